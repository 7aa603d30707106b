package io.slipway.packager;

import io.slipway.packager.xml.XmlSource;
import io.slipway.packager.zip.EntryNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the manifest says the solution contains: some kinds must be named there, and what is named there should be in the tree. */
final class RootComponents {

    /** Kinds that lie in files that the packager reads names from: table, choice, role, process, web resource, site map, apps, plug-ins. */
    private static final Set<String> LOOKED_FOR = Set.of("1", "9", "20", "29", "61", "62", "80", "91", "92", "300");

    record Root(String type, String schemaName, String id) {
        String shown() {
            return "type " + type + " " + (schemaName.isEmpty() ? id : schemaName);
        }
    }

    private final List<Root> roots = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private RootComponents() {}

    /** Reads the list from the manifest. */
    static RootComponents read(XmlSource in) {
        RootComponents components = new RootComponents();
        in.root();
        while (in.nextChild()) {
            if (in.name().equals("SolutionManifest")) {
                components.manifest(in);
            } else {
                in.skip();
            }
        }
        return components;
    }

    /** A component of a kind that the platform only imports when the manifest names it. */
    void declared(String id, String path, String component) {
        if (!ids.contains(bare(id))) {
            throw new PackagerException(
                    path,
                    component,
                    "is packed, but is no root component of the solution",
                    "Add " + id + " to RootComponents in Other/Solution.xml, or delete the file.");
        }
    }

    /** Root components that the tree does not have. */
    List<Root> missing(Packing packing) {
        return roots.stream()
                .filter(root -> LOOKED_FOR.contains(root.type()))
                .filter(root -> !root.schemaName().isEmpty() || !root.id().isEmpty())
                .filter(root -> !packing.isFound(root.schemaName()) && !packing.isFound(root.id()))
                .toList();
    }

    private void manifest(XmlSource in) {
        while (in.nextChild()) {
            if (in.name().equals("RootComponents")) {
                list(in);
            } else {
                in.skip();
            }
        }
    }

    private void list(XmlSource in) {
        while (in.nextChild()) {
            Root root = new Root(value(in, "type"), value(in, "schemaName"), value(in, "id"));
            roots.add(root);
            ids.add(bare(root.id()));
            ids.add(bare(root.schemaName()));
            in.skip();
        }
    }

    private static String value(XmlSource in, String attribute) {
        String value = in.attribute(attribute);
        return value == null ? "" : value;
    }

    private static String bare(String id) {
        return EntryNames.key(id).replace("{", "").replace("}", "");
    }
}
