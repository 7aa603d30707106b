package io.slipway.packager;

import io.slipway.packager.xml.Fields;
import io.slipway.packager.xml.XmlCopy;
import io.slipway.packager.xml.XmlSink;
import io.slipway.packager.xml.XmlSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Templates back into one collection, each body from its file to the element that waits for it. */
final class PackTemplates {

    private static final String FOLDER = "Templates/";

    private final Packing packing;
    private final SourceTree tree;

    PackTemplates(Packing packing) {
        this.packing = packing;
        this.tree = packing.tree();
    }

    void pack(XmlSink out) throws IOException {
        for (String path : tree.in(FOLDER, ".xml")) {
            Deque<Map<String, String>> fields = fields(path);
            packing.component(path, out, Fields.ofChildren(), (in, sink) -> template(in, sink, path, fields));
        }
    }

    /** What decides the paths of the bodies may stand behind them, so it is read first. */
    private Deque<Map<String, String>> fields(String path) throws IOException {
        Deque<Map<String, String>> all = new ArrayDeque<>();
        try (XmlSource in = tree.xml(path)) {
            in.root();
            while (in.nextChild()) {
                TemplateBodies kind = TemplateBodies.of(in.name()).orElse(null);
                Map<String, String> fields = new LinkedHashMap<>();
                while (in.nextChild()) {
                    String name = in.name().toLowerCase(Locale.ROOT);
                    String text = in.text();
                    if (kind != null && (kind.isField(name) || name.equals("filesize"))) {
                        fields.put(name, text.strip());
                    }
                }
                all.add(fields);
            }
        }
        return all;
    }

    private boolean template(XmlSource in, XmlSink out, String path, Deque<Map<String, String>> all)
            throws IOException {
        Map<String, String> fields = all.removeFirst();
        TemplateBodies kind = TemplateBodies.of(in.name()).orElse(null);
        if (kind == null) {
            return false;
        }
        String id = fields.getOrDefault(kind.idField(), "");
        packing.roots().declared(id, path, "template " + id);
        XmlCopy.element(in, out, (source, sink) -> {
            String name = source.name().toLowerCase(Locale.ROOT);
            if (kind == TemplateBodies.MAIL_MERGE && name.equals("filesize")) {
                replace(source, sink, String.valueOf(bytes(kind, fields, "body", path).length));
                return true;
            }
            if (!kind.isBody(name)) {
                return false;
            }
            replace(source, sink, text(kind, fields, name, path));
            return true;
        });
        return true;
    }

    private static void replace(XmlSource in, XmlSink out, String text) throws IOException {
        XmlCopy.start(in, out, false, attribute -> true);
        in.skip();
        if (!text.isEmpty()) {
            out.text(text);
        }
        out.end(false);
    }

    private String text(TemplateBodies kind, Map<String, String> fields, String body, String path) throws IOException {
        byte[] bytes = bytes(kind, fields, body, path);
        if (kind == TemplateBodies.MAIL_MERGE) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        int mark = TemplateBodies.MARK.length;
        boolean marked = bytes.length >= mark && Arrays.equals(bytes, 0, mark, TemplateBodies.MARK, 0, mark);
        int start = marked ? mark : 0;
        return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    }

    private byte[] bytes(TemplateBodies kind, Map<String, String> fields, String body, String path) throws IOException {
        String component = "template " + fields.getOrDefault(kind.idField(), "");
        if (kind == TemplateBodies.MAIL_MERGE && !fields.containsKey("filesize")) {
            throw new PackagerException(path, component, "has no filesize", "Restore the element.");
        }
        String file = kind.path(fields, body)
                .orElseThrow(() -> new PackagerException(
                        path, component, "has no id or no file name", "Restore the file from Git."));
        if (!tree.has(file)) {
            throw new PackagerException(file, component, "is missing", "Restore the body of the template.");
        }
        return Files.readAllBytes(tree.file(file));
    }
}
