package io.slipway.packager;

import io.slipway.packager.xml.Fields;
import io.slipway.packager.xml.XmlCopy;
import io.slipway.packager.xml.XmlSink;
import io.slipway.packager.xml.XmlSource;
import io.slipway.packager.zip.EntryNames;
import io.slipway.packager.zip.SolutionZip;
import java.io.IOException;
import java.util.Optional;

/** Components with a file in the archive: the file as it is, and beside it the component as {@code .data.xml}. */
final class UnpackPayload {

    private static final String[] NOTED = {
        "JsonFileName",
        "XamlFileName",
        "FileName",
        "file",
        "ExportedFileName",
        "Name",
        "languagecode",
        "reportid",
        "filename"
    };

    private final Pass pass;
    private final Layout.Payload kind;

    UnpackPayload(Pass pass, Layout.Payload kind) {
        this.pass = pass;
        this.kind = kind;
    }

    void unpack(XmlSource in) throws IOException {
        while (in.nextChild()) {
            pass.take(kind.folder());
            if (in.name().equals("ReportSignatureIdMappings")) {
                pass.write(
                        "Reports/ReportSignatureIdMappings.xml",
                        out -> XmlCopy.plainRoot(in, out, Fields.ofChildren(), (source, sink) -> false));
            } else {
                component(in);
            }
        }
    }

    private void component(XmlSource in) throws IOException {
        Spool spool = pass.tree().spool();
        XmlSink out = XmlSink.document(spool);
        Fields fields = Fields.ofChildren(NOTED);
        if (kind.collection().equals("Reports")) {
            XmlCopy.plainRoot(in, out, fields, (source, sink) -> false);
        } else {
            XmlCopy.root(in, out, fields);
        }
        out.flush();
        String component = kind.collection() + " " + fields.get(kind.key()).orElse("");
        Optional<String> address = kind.fields().stream()
                .flatMap(field -> fields.get(field).stream())
                .findFirst();
        if (address.isEmpty()) {
            spool.discard();
            pass.tree().warn(component, "names no file, so the layout has no place for it; it is left out");
            return;
        }
        String path = path(fields, address.get());
        pass.put(path + ".data.xml", spool);
        pass.copyNamed(address.get(), path, component);
        if (kind.collection().equals("CustomControls")) {
            companions(path);
        }
    }

    private String path(Fields fields, String address) {
        String same = pass.zip()
                .find(address)
                .map(SolutionZip.Entry::path)
                .orElse(EntryNames.decode(address.startsWith("/") ? address.substring(1) : address));
        return switch (kind.collection()) {
            case "WebResources" -> "WebResources/" + fields.get("Name").orElseThrow(() -> nameless("Name"));
            case "StoredProcedures" ->
                "StoredProcedures/"
                        + EntryNames.fileName(fields.get("@name").orElseThrow(() -> nameless("name")))
                        + ".sql";
            case "Reports" -> reportPath(fields);
            default -> same;
        };
    }

    private String reportPath(Fields fields) {
        String language = fields.get("languagecode").map(code -> code + "/").orElse("");
        String id = fields.get("reportid").or(() -> fields.get("@reportid")).orElseThrow(() -> nameless("reportid"));
        return "Reports/" + language + id + "/"
                + EntryNames.fileName(fields.get("filename").orElseThrow(() -> nameless("filename")));
    }

    private PackagerException nameless(String field) {
        return pass.nameless(kind.collection(), field);
    }

    private void companions(String manifest) throws IOException {
        String folder = EntryNames.key(manifest.substring(0, manifest.lastIndexOf('/') + 1));
        for (SolutionZip.Entry entry : pass.zip().entries()) {
            String key = EntryNames.key(entry.path());
            if (key.startsWith(folder) && !key.equals(EntryNames.key(manifest))) {
                pass.copy(entry, entry.path());
            }
        }
    }
}
