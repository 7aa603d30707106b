package io.slipway.packager;

import io.slipway.packager.xml.Fields;
import io.slipway.packager.xml.XmlCopy;
import io.slipway.packager.xml.XmlSink;
import io.slipway.packager.xml.XmlSource;
import io.slipway.packager.zip.EntryNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tables: forms, views, charts and the ribbon become files of their own, the rest of a table is its {@code Entity.xml}. */
final class UnpackEntities {

    private static final String FORMULA = "FormulaDefinitionFileName";

    private final Pass pass;
    private final List<Part> waiting = new ArrayList<>();

    private record Part(String path, Spool content) {}

    UnpackEntities(Pass pass) {
        this.pass = pass;
    }

    void unpack(XmlSource in) throws IOException {
        while (in.nextChild()) {
            entity(in);
        }
    }

    private void entity(XmlSource in) throws IOException {
        Spool spool = pass.tree().spool();
        Fields fields = Fields.of(Set.of("Name"), Set.of(FORMULA));
        XmlSink out = XmlSink.document(spool);
        XmlCopy.root(in, out, fields, (source, sink) -> part(source, sink, fields));
        out.flush();
        String folder = folder(fields);
        for (Part part : waiting) {
            pass.put(folder + part.path(), part.content());
        }
        waiting.clear();
        pass.put(folder + "Entity.xml", spool);
        for (String formula : fields.all(FORMULA)) {
            if (!formula.isEmpty()) {
                String name = EntryNames.decode(formula.startsWith("/") ? formula.substring(1) : formula);
                pass.copyNamed(
                        formula, folder + name, "table " + fields.get("Name").orElse(""));
            }
        }
    }

    private boolean part(XmlSource in, XmlSink out, Fields fields) throws IOException {
        switch (in.name()) {
            case "FormXml" -> {
                leave(in, out);
                forms(in, fields);
            }
            case "SavedQueries" -> {
                leave(in, out);
                views(in, fields);
            }
            case "Visualizations" -> {
                leave(in, out);
                while (in.nextChild()) {
                    Fields id = Fields.ofChildren("savedqueryvisualizationid");
                    keep(in, fields, id, "Visualizations/", !pass.isSecond());
                }
            }
            case "RibbonDiffXml" -> {
                leave(in, out);
                ribbon(in, fields);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void ribbon(XmlSource in, Fields entity) throws IOException {
        Spool spool = pass.tree().spool();
        XmlSink out = XmlSink.document(spool);
        XmlCopy.root(in, out, Fields.ofChildren());
        out.flush();
        put(entity, "RibbonDiff.xml", spool);
    }

    private static void leave(XmlSource in, XmlSink out) throws IOException {
        XmlCopy.start(in, out, false, name -> true);
        out.end(true);
    }

    private void forms(XmlSource in, Fields entity) throws IOException {
        while (in.nextChild()) {
            String type = in.attribute("type");
            List<String[]> attributes = otherAttributes(in);
            while (in.nextChild()) {
                Spool spool = pass.tree().spool();
                XmlSink out = XmlSink.document(spool);
                wrapped(out, "forms", attributes);
                Fields id = Fields.ofChildren("formid");
                XmlCopy.element(in, out, id);
                out.end(true);
                out.flush();
                String name = id.get("formid").orElseThrow(() -> pass.nameless("systemform", "formid"));
                String path = "FormXml/" + EntryNames.fileName(type == null ? "" : type) + "/"
                        + EntryNames.fileName(name) + ".xml";
                put(entity, pass.managedName(path), spool);
            }
        }
    }

    private void views(XmlSource in, Fields entity) throws IOException {
        while (in.nextChild()) {
            List<String[]> attributes = otherAttributes(in);
            while (in.nextChild()) {
                Spool spool = pass.tree().spool();
                XmlSink out = XmlSink.document(spool);
                wrapped(out, "savedqueries", attributes);
                Fields id = Fields.ofChildren("savedqueryid");
                XmlCopy.element(in, out, id);
                out.end(true);
                out.flush();
                String name = id.get("savedqueryid").orElseThrow(() -> pass.nameless("savedquery", "savedqueryid"));
                putUnlessSecond(entity, "SavedQueries/" + EntryNames.fileName(name) + ".xml", spool);
            }
        }
    }

    private void keep(XmlSource in, Fields entity, Fields id, String folder, boolean written) throws IOException {
        Spool spool = pass.tree().spool();
        XmlSink out = XmlSink.document(spool);
        XmlCopy.root(in, out, id);
        out.flush();
        String field = "savedqueryvisualizationid";
        String name = id.get(field).orElseThrow(() -> pass.nameless("visualization", field));
        if (written) {
            put(entity, folder + EntryNames.fileName(name) + ".xml", spool);
        } else {
            spool.discard();
        }
    }

    private void putUnlessSecond(Fields entity, String path, Spool spool) throws IOException {
        if (pass.isSecond()) {
            spool.discard();
        } else {
            put(entity, path, spool);
        }
    }

    /** Parts that come before the table's name wait for it. */
    private void put(Fields entity, String path, Spool spool) throws IOException {
        if (entity.get("Name").isPresent()) {
            pass.put(folder(entity) + path, spool);
        } else {
            waiting.add(new Part(path, spool));
        }
    }

    private String folder(Fields entity) {
        String name = entity.get("Name").orElseThrow(() -> pass.nameless("Entities", "Name"));
        return "Entities/" + EntryNames.fileName(name) + "/";
    }

    private static List<String[]> otherAttributes(XmlSource in) {
        List<String[]> attributes = new ArrayList<>();
        for (int i = 0; i < in.attributes(); i++) {
            if (!in.attributeName(i).equals("type")) {
                attributes.add(new String[] {in.attributeName(i), in.attributeValue(i)});
            }
        }
        return attributes;
    }

    private static void wrapped(XmlSink out, String name, List<String[]> attributes) throws IOException {
        out.start(name);
        boolean xsi = true;
        for (String[] attribute : attributes) {
            out.attribute(attribute[0], attribute[1]);
            xsi &= !attribute[0].equals("xmlns:xsi");
        }
        if (xsi) {
            XmlCopy.xsi(out);
        }
    }
}
