package io.slipway.packager;

import io.slipway.packager.xml.Fields;
import io.slipway.packager.xml.XmlCopy;
import io.slipway.packager.xml.XmlSink;
import io.slipway.packager.xml.XmlSource;
import io.slipway.packager.zip.EntryNames;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes {@code customizations.xml}: the residual, with each collection that has a place in it read back from its files. */
final class PackCollections {

    private static final String RESIDUAL = "Other/Customizations.xml";
    private static final XmlCopy.Detour NONE = (in, out) -> false;

    private final Packing packing;
    private final SourceTree tree;
    private final Set<String> seen = new LinkedHashSet<>();

    PackCollections(Packing packing) {
        this.packing = packing;
        this.tree = packing.tree();
    }

    void pack() throws IOException {
        try (XmlSource in = tree.xml(RESIDUAL);
                OutputStream entry = packing.zip().entry("customizations.xml", RESIDUAL, false)) {
            XmlSink out = XmlSink.document(entry);
            XmlCopy.document(in, out, new RootDetour());
            out.flush();
        }
    }

    /** At the end of the root, collections with files but without a place get one. */
    private final class RootDetour implements XmlCopy.Detour {
        @Override
        public boolean take(XmlSource in, XmlSink out) throws IOException {
            return collection(in, out);
        }

        @Override
        public void end(XmlSink out) throws IOException {
            for (String missing : packing.isRestoring() ? placeless() : List.<String>of()) {
                packing.warn(
                        RESIDUAL, "has no <" + missing + " />, although the tree has files for it; it is put back");
                fill(missing, new Placeholder(missing, List.of(), true), out);
            }
        }
    }

    /** The emptied element of a collection: its name and attributes. */
    record Placeholder(String name, List<String[]> attributes, boolean closed) {
        static Placeholder of(XmlSource in) {
            List<String[]> attributes = new ArrayList<>();
            for (int i = 0; i < in.attributes(); i++) {
                attributes.add(new String[] {in.attributeName(i), in.attributeValue(i)});
            }
            return new Placeholder(in.name(), attributes, in.selfClosed());
        }

        void start(XmlSink out) throws IOException {
            out.start(name);
            for (String[] attribute : attributes) {
                out.attribute(attribute[0], attribute[1]);
            }
        }
    }

    private boolean collection(XmlSource in, XmlSink out) throws IOException {
        if (!isKnown(in.name())) {
            return false;
        }
        Placeholder placeholder = Placeholder.of(in);
        in.skip();
        fill(placeholder.name(), placeholder, out);
        return true;
    }

    private void fill(String name, Placeholder placeholder, XmlSink out) throws IOException {
        seen.add(name);
        if (Layout.perCollection(name).isPresent()) {
            whole(Layout.perCollection(name).get(), placeholder, out);
            return;
        }
        placeholder.start(out);
        switch (name) {
            case "Entities" -> new PackEntities(packing).pack(out);
            case "EntityRelationships" -> new PackRelationships(packing).pack(out);
            case "Templates" -> new PackTemplates(packing).pack(out);
            default -> {
                if (Layout.payload(name).isPresent()) {
                    new PackPayload(packing, Layout.payload(name).get()).pack(out);
                } else {
                    components(Layout.perComponent(name).orElseThrow(), out);
                }
            }
        }
        out.end(true);
    }

    private static boolean isKnown(String name) {
        return Set.of("Entities", "EntityRelationships", "Templates").contains(name)
                || Layout.perComponent(name).isPresent()
                || Layout.perCollection(name).isPresent()
                || Layout.payload(name).isPresent();
    }

    private void whole(Layout.PerCollection kind, Placeholder placeholder, XmlSink out) throws IOException {
        String plain = kind.path();
        List<String> twins = tree.files().stream()
                .filter(path -> path.equals(plain) || kind.managed() && path.equals(Packing.managedName(plain)))
                .toList();
        List<String> chosen = kind.managed() ? packing.ofType(twins) : twins;
        if (chosen.isEmpty()) {
            placeholder.start(out);
            out.end(true);
            return;
        }
        String path = chosen.getFirst();
        packing.component(path, out, Fields.ofChildren(), (source, sink) -> {
            for (int i = 0; i < source.attributes(); i++) {
                if (source.attributeName(i).equalsIgnoreCase("fieldsecurityprofileid")) {
                    packing.roots().declared(source.attributeValue(i), path, "field security profile");
                }
            }
            return false;
        });
    }

    private void components(Layout.PerComponent kind, XmlSink out) throws IOException {
        for (String path : componentFiles(kind)) {
            Fields fields = Fields.of(Set.of(kind.key(), "BackgroundImageUri", "DocumentUri"), Set.of("AdditionalUri"));
            packing.component(path, out, fields, NONE);
            String name = fields.get(kind.key())
                    .or(() -> fields.get("@" + kind.key()))
                    .orElse(path);
            packing.found(name);
            fields.get("@id").ifPresent(packing::found);
            switch (kind.collection()) {
                case "CanvasApps" -> {
                    packing.packed("CanvasApps");
                    canvasFiles(fields, name);
                }
                case "Roles" -> packing.roots().declared(fields.get("@id").orElse(""), path, "role " + name);
                case "EntityDataProviders" -> packing.roots().declared(name, path, "data provider");
                default -> {}
            }
        }
        if (kind.collection().equals("Connectors")) {
            connectorFiles();
        }
    }

    private List<String> componentFiles(Layout.PerComponent kind) throws IOException {
        if (kind.managed()) {
            String file = kind.after().substring(1);
            List<String> twins = tree.below(kind.before()).stream()
                    .filter(path -> path.split("/").length == 3)
                    .filter(path -> path.endsWith("/" + file) || path.endsWith("/" + Packing.managedName(file)))
                    .toList();
            return packing.ofType(twins);
        }
        List<String> files = new ArrayList<>(tree.in(kind.before(), kind.after()));
        if (kind.collection().equals("Connectors")) {
            for (String path : List.copyOf(files)) {
                try (XmlSource in = tree.xml(path)) {
                    if (!in.root().name().equals("Connector")) {
                        files.remove(path);
                    }
                }
            }
        }
        return files;
    }

    private void canvasFiles(Fields fields, String name) {
        for (String field : List.of("BackgroundImageUri", "DocumentUri", "AdditionalUri")) {
            for (String address : fields.all(field)) {
                if (!address.isEmpty()) {
                    String path = EntryNames.decode(address.startsWith("/") ? address.substring(1) : address);
                    packing.payload(address, path, "canvas app " + name);
                }
            }
        }
    }

    private void connectorFiles() throws IOException {
        Set<String> components =
                Set.copyOf(componentFiles(Layout.perComponent("Connectors").orElseThrow()));
        for (String path : tree.below("Connectors/")) {
            if (!components.contains(path)) {
                packing.payload("Connector" + path.substring("Connectors".length()), path, "connector");
            }
        }
    }

    private List<String> placeless() {
        List<String> placeless = new ArrayList<>();
        for (String name : Layout.collections()) {
            if (!seen.contains(name) && Layout.hasFiles(name, tree.files())) {
                placeless.add(name);
            }
        }
        return placeless;
    }
}
