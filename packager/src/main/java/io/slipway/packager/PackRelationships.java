package io.slipway.packager;

import io.slipway.packager.xml.XmlCopy;
import io.slipway.packager.xml.XmlSink;
import io.slipway.packager.xml.XmlSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** Relationships back in the order of their index, which alone decides which of them exist. */
final class PackRelationships {

    private static final String INDEX = "Other/Relationships.xml";
    private static final String FOLDER = "Other/Relationships/";

    private final Packing packing;
    private final SourceTree tree;
    private final Map<String, Place> places = new HashMap<>();

    /** Where a body lies in the file of all bodies. */
    private record Place(String path, long start, int length) {}

    PackRelationships(Packing packing) {
        this.packing = packing;
        this.tree = packing.tree();
    }

    void pack(XmlSink out) throws IOException {
        if (!tree.has(INDEX)) {
            return;
        }
        Path bodies = Files.createTempFile("slipway-relationships", ".part");
        try (FileChannel channel = FileChannel.open(bodies, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            for (String path : tree.in(FOLDER, ".xml")) {
                collect(path, channel, out.depth());
            }
            index(channel, out);
        } finally {
            Files.delete(bodies);
        }
        places.forEach((name, place) ->
                packing.warn(place.path(), "relationship " + name + " is not in " + INDEX + ", so it is left out"));
    }

    private void collect(String path, FileChannel channel, int depth) throws IOException {
        try (XmlSource in = tree.xml(path)) {
            in.root();
            while (in.nextChild()) {
                String name = name(in, path);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                XmlSink fragment = XmlSink.fragment(bytes, depth);
                XmlCopy.element(in, fragment);
                fragment.flush();
                Place place = new Place(path, channel.position(), bytes.size());
                channel.write(ByteBuffer.wrap(bytes.toByteArray()));
                if (places.put(name, place) != null) {
                    throw new PackagerException(
                            path, "relationship " + name, "stands twice in " + FOLDER, "Delete one of the two.");
                }
            }
        }
    }

    private void index(FileChannel channel, XmlSink out) throws IOException {
        try (XmlSource in = tree.xml(INDEX)) {
            in.root();
            while (in.nextChild()) {
                Place place = places.remove(name(in, INDEX));
                if (place == null) {
                    if (in.attributes() == 1) {
                        packing.warn(INDEX, "relationship " + name(in, INDEX) + " has no body in " + FOLDER);
                    }
                    XmlCopy.start(in, out, false, attribute -> true);
                    out.end(true);
                } else {
                    ByteBuffer body = ByteBuffer.allocate(place.length());
                    while (body.hasRemaining() && channel.read(body, place.start() + body.position()) >= 0) {
                        continue;
                    }
                    out.raw(body.array());
                }
                in.skip();
            }
        }
    }

    private static String name(XmlSource in, String path) {
        String name = in.attribute("Name");
        if (name == null) {
            throw new PackagerException(path, "relationship", "has no Name", "Restore the file.");
        }
        return name;
    }
}
