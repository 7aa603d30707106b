package io.slipway.packager;

import io.slipway.packager.xml.XmlCopy;
import io.slipway.packager.xml.XmlSink;
import io.slipway.packager.xml.XmlSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The three lists that the layout sorts: their elements are held back, ordered by the text of their keys, and written. */
final class SortedList {

    private static final Comparator<List<String>> ORDER = SortedList::compareKeys;

    private record Item(List<String> keys, byte[] xml) {}

    private SortedList() {}

    /** Copies the list the source stands on; the keys are attributes of each element, or of its child {@code keyChild}. */
    static void copy(XmlSource in, XmlSink out, String keyChild, List<String> keys) throws IOException {
        XmlCopy.start(in, out, false, name -> true);
        List<Item> items = new ArrayList<>();
        while (in.nextChild()) {
            items.add(item(in, out.depth(), keyChild, keys));
        }
        items.sort(Comparator.comparing(Item::keys, ORDER));
        for (Item item : items) {
            out.raw(item.xml());
        }
        out.end(true);
    }

    private static Item item(XmlSource in, int depth, String keyChild, List<String> keys) throws IOException {
        List<String> values = new ArrayList<>();
        if (keyChild.isEmpty()) {
            note(in, keys, values);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        XmlSink fragment = XmlSink.fragment(bytes, depth);
        XmlCopy.element(in, fragment, (source, sink) -> {
            if (source.name().equals(keyChild) && values.isEmpty()) {
                note(source, keys, values);
            }
            return false;
        });
        fragment.flush();
        return new Item(List.copyOf(values), bytes.toByteArray());
    }

    private static void note(XmlSource in, List<String> keys, List<String> values) {
        for (String key : keys) {
            String value = in.attribute(key);
            values.add(value == null ? "" : value);
        }
    }

    private static int compareKeys(List<String> left, List<String> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = LinguisticOrder.INSTANCE.compare(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }
}
