package io.slipway.packager;

import io.slipway.packager.xml.Fields;
import io.slipway.packager.xml.XmlCopy;
import io.slipway.packager.xml.XmlSink;
import io.slipway.packager.xml.XmlSource;
import io.slipway.packager.zip.EntryNames;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Relationships: an index of all names, and a file for each table that others refer to. */
final class UnpackRelationships {

    private static final String ROOT = "EntityRelationships";

    private final Pass pass;
    private final Map<String, Spool> groups = new LinkedHashMap<>();

    UnpackRelationships(Pass pass) {
        this.pass = pass;
    }

    void unpack(XmlSource in) throws IOException {
        Spool index = pass.tree().spool();
        XmlSink names = XmlSink.document(index);
        XmlCopy.start(in, names, true, attribute -> true);
        boolean any = false;
        while (in.nextChild()) {
            any = true;
            XmlCopy.start(in, names, false, attribute -> true);
            names.end(true);
            relationship(in);
        }
        names.end(true);
        names.flush();
        if (!any) {
            index.discard();
            return;
        }
        pass.put("Other/Relationships.xml", index);
        for (Map.Entry<String, Spool> group : groups.entrySet()) {
            group.getValue().write("\n</EntityRelationships>".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            pass.put("Other/Relationships/" + group.getKey() + ".xml", group.getValue());
        }
    }

    private void relationship(XmlSource in) throws IOException {
        Spool spool = pass.tree().smallSpool();
        XmlSink body = XmlSink.fragment(spool, 1);
        Fields fields = Fields.ofChildren("ReferencedEntityName", "FirstEntityName");
        XmlCopy.element(in, body, fields);
        body.flush();
        String table = fields.get("ReferencedEntityName")
                .or(() -> fields.get("FirstEntityName"))
                .map(EntryNames::fileName)
                .orElse("");
        if (table.isEmpty()) {
            spool.discard();
            return;
        }
        spool.copyTo(group(table));
    }

    private Spool group(String table) throws IOException {
        Spool group = groups.get(table);
        if (group == null) {
            group = pass.tree().smallSpool();
            XmlSink out = XmlSink.document(group);
            out.start(ROOT);
            XmlCopy.xsi(out);
            out.flush();
            groups.put(table, group);
        }
        return group;
    }
}
