package io.slipway.packager;

import io.slipway.packager.PackCollections.Placeholder;
import io.slipway.packager.xml.Fields;
import io.slipway.packager.xml.XmlCopy;
import io.slipway.packager.xml.XmlSink;
import io.slipway.packager.xml.XmlSource;
import io.slipway.packager.zip.EntryNames;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tables back from their folders: each part returns to the place that its {@code Entity.xml} kept for it. */
final class PackEntities {

    private static final String FORMULA = "FormulaDefinitionFileName";
    private static final String ENTITY = "Entity.xml";

    private final Packing packing;
    private final SourceTree tree;

    PackEntities(Packing packing) {
        this.packing = packing;
        this.tree = packing.tree();
    }

    void pack(XmlSink out) throws IOException {
        String before = "";
        for (String path : tree.below("Entities/")) {
            String folder = path.substring(0, path.indexOf('/', "Entities/".length()) + 1);
            if (!folder.isEmpty() && !folder.equals(before)) {
                before = folder;
                if (tree.has(folder + ENTITY)) {
                    entity(folder, out);
                } else {
                    packing.warn(folder, "has no Entity.xml, so it is left out");
                }
            }
        }
    }

    private void entity(String folder, XmlSink out) throws IOException {
        Fields fields = Fields.of(Set.of("Name"), Set.of(FORMULA));
        packing.component(folder + ENTITY, out, fields, new Parts(folder));
        String name = fields.get("Name").orElse(folder);
        packing.found(name);
        for (String formula : fields.all(FORMULA)) {
            if (!formula.isEmpty()) {
                String file = EntryNames.decode(formula.startsWith("/") ? formula.substring(1) : formula);
                packing.payload(formula, folder + file, "table " + name);
            }
        }
    }

    /** The four parts of one table; those without a place in its file are put at its end. */
    private final class Parts implements XmlCopy.Detour {
        private final String folder;
        private final Set<String> seen = new HashSet<>();

        Parts(String folder) {
            this.folder = folder;
        }

        @Override
        public boolean take(XmlSource in, XmlSink out) throws IOException {
            if (!Set.of("FormXml", "SavedQueries", "Visualizations", "RibbonDiffXml")
                    .contains(in.name())) {
                return false;
            }
            Placeholder placeholder = Placeholder.of(in);
            in.skip();
            seen.add(placeholder.name());
            fill(placeholder, out);
            return true;
        }

        @Override
        public void end(XmlSink out) throws IOException {
            if (!packing.isRestoring()) {
                return;
            }
            for (String name : List.of("FormXml", "SavedQueries", "Visualizations")) {
                if (!seen.contains(name) && !tree.below(folder + name + "/").isEmpty()) {
                    packing.warn(folder + ENTITY, "has no <" + name + " />, although there are files; it is put back");
                    fill(new Placeholder(name, List.of(), true), out);
                }
            }
            if (!seen.contains("RibbonDiffXml") && tree.has(folder + "RibbonDiff.xml")) {
                packing.warn(folder + ENTITY, "has no <RibbonDiffXml />, although there is a file; it is put back");
                fill(new Placeholder("RibbonDiffXml", List.of(), true), out);
            }
        }

        private void fill(Placeholder placeholder, XmlSink out) throws IOException {
            if (placeholder.name().equals("RibbonDiffXml") && tree.has(folder + "RibbonDiff.xml")) {
                packing.component(folder + "RibbonDiff.xml", out, Fields.ofChildren(), (in, sink) -> false);
                return;
            }
            placeholder.start(out);
            switch (placeholder.name()) {
                case "FormXml" -> forms(out);
                case "SavedQueries" -> views(out);
                case "Visualizations" -> {
                    for (String path : tree.in(folder + "Visualizations/", ".xml")) {
                        packing.component(path, out, Fields.ofChildren(), (in, sink) -> false);
                    }
                }
                default -> {}
            }
            out.end(true);
        }

        private void forms(XmlSink out) throws IOException {
            String root = folder + "FormXml/";
            Map<String, List<String>> types = new LinkedHashMap<>();
            for (String path : packing.ofType(tree.below(root))) {
                int slash = path.indexOf('/', root.length());
                if (slash == path.lastIndexOf('/') && slash > 0) {
                    types.computeIfAbsent(path.substring(root.length(), slash), key -> new java.util.ArrayList<>())
                            .add(path);
                }
            }
            for (Map.Entry<String, List<String>> type : types.entrySet()) {
                out.start("forms");
                out.attribute("type", type.getKey());
                for (String path : type.getValue()) {
                    inner(path, out);
                }
                out.end(true);
            }
        }

        private void views(XmlSink out) throws IOException {
            List<String> paths = tree.in(folder + "SavedQueries/", ".xml");
            if (!paths.isEmpty()) {
                out.start("savedqueries");
                for (String path : paths) {
                    inner(path, out);
                }
                out.end(true);
            }
        }

        private void inner(String path, XmlSink out) throws IOException {
            try (XmlSource in = tree.xml(path)) {
                in.root();
                while (in.nextChild()) {
                    XmlCopy.element(in, out);
                }
            }
        }
    }
}
