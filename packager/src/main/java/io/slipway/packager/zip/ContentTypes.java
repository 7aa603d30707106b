package io.slipway.packager.zip;

import io.slipway.packager.xml.XmlSource;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Which entries of an archive are parts of the package: those that {@code [Content_Types].xml} declares by extension or by name. */
public final class ContentTypes {

    /** The entry that holds the declaration. */
    public static final String ENTRY = "[Content_Types].xml";

    private final Set<String> extensions = new HashSet<>();
    private final Set<String> parts = new HashSet<>();
    private final boolean present;

    private ContentTypes(boolean present) {
        this.present = present;
    }

    /** Reads the declaration; where there is none, everything counts as declared. */
    public static ContentTypes of(SolutionZip zip) throws IOException {
        SolutionZip.Entry entry = zip.find(ENTRY).orElse(null);
        ContentTypes types = new ContentTypes(entry != null);
        if (entry != null) {
            try (XmlSource in = XmlSource.open(zip.file() + "!" + ENTRY, zip.read(entry))) {
                types.read(in.root());
            }
        }
        return types;
    }

    public boolean declares(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return !present
                || parts.contains(EntryNames.key(path))
                || dot >= 0 && extensions.contains(EntryNames.key(name.substring(dot + 1)));
    }

    private void read(XmlSource in) {
        while (in.nextChild()) {
            String extension = in.attribute("Extension");
            String part = in.attribute("PartName");
            if (extension != null) {
                extensions.add(EntryNames.key(extension));
            }
            if (part != null) {
                String path = EntryNames.decode(part.startsWith("/") ? part.substring(1) : part);
                parts.add(EntryNames.key(path));
            }
            in.skip();
        }
    }
}
