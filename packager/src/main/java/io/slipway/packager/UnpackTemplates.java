package io.slipway.packager;

import io.slipway.packager.xml.Fields;
import io.slipway.packager.xml.XmlCopy;
import io.slipway.packager.xml.XmlSink;
import io.slipway.packager.xml.XmlSource;
import io.slipway.packager.zip.EntryNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** E-mail, article and mail merge templates: a file for each kind, and the bodies as files of their own. */
final class UnpackTemplates {

    private final Pass pass;

    UnpackTemplates(Pass pass) {
        this.pass = pass;
    }

    void unpack(XmlSource in) throws IOException {
        while (in.nextChild()) {
            String path = "Templates/" + EntryNames.fileName(in.name()) + ".xml";
            pass.write(path, out -> XmlCopy.root(in, out, Fields.ofChildren(), this::template));
        }
    }

    private boolean template(XmlSource in, XmlSink out) throws IOException {
        TemplateBodies kind = TemplateBodies.of(in.name()).orElse(null);
        if (kind == null) {
            return false;
        }
        Map<String, String> bodies = new LinkedHashMap<>();
        Map<String, String> fields = new LinkedHashMap<>();
        XmlCopy.element(in, out, (source, sink) -> {
            String name = source.name();
            if (kind.isBody(name)) {
                XmlCopy.start(source, sink, false, attribute -> true);
                sink.end(false);
                bodies.put(name, source.text());
                return true;
            }
            if (kind.isField(name)) {
                fields.put(name.toLowerCase(Locale.ROOT), copied(source, sink).strip());
                return true;
            }
            return false;
        });
        for (Map.Entry<String, String> body : bodies.entrySet()) {
            write(kind, fields, body.getKey(), body.getValue());
        }
        return true;
    }

    private static String copied(XmlSource in, XmlSink out) throws IOException {
        XmlCopy.start(in, out, false, attribute -> true);
        boolean collapsed = in.selfClosed();
        String text = in.text();
        if (!text.isBlank()) {
            out.text(text);
        }
        out.end(collapsed);
        return text;
    }

    private void write(TemplateBodies kind, Map<String, String> fields, String element, String text)
            throws IOException {
        String path = kind.path(fields, element).orElseThrow(() -> pass.nameless("Templates", kind.idField()));
        Spool spool = pass.tree().spool();
        if (kind == TemplateBodies.MAIL_MERGE) {
            spool.write(decoded(text, path));
        } else {
            spool.write(TemplateBodies.MARK);
            spool.write(text.replace("\r\n", "\n").replace('\r', '\n').getBytes(StandardCharsets.UTF_8));
        }
        pass.put(path, spool);
    }

    private byte[] decoded(String text, String path) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new PackagerException(
                    pass.zip().file() + "!customizations.xml",
                    path,
                    "holds a body that is not Base64",
                    "Export the solution again.",
                    e);
        }
    }
}
