package io.slipway.packager;

import io.slipway.packager.xml.XmlCopy;
import io.slipway.packager.xml.XmlSink;
import io.slipway.packager.xml.XmlSource;
import io.slipway.packager.zip.SolutionZip;
import java.io.IOException;
import java.util.List;

/** {@code solution.xml} to {@code Other/Solution.xml}: as it is, but for its two sorted lists and, in a tree of both, the type. */
final class UnpackManifest {

    private static final String ENTRY = "solution.xml";

    private UnpackManifest() {}

    static SolutionManifest read(SolutionZip zip) throws IOException {
        try (XmlSource in = open(zip)) {
            return SolutionManifest.read(in);
        }
    }

    static void unpack(Pass pass) throws IOException {
        Spool spool = pass.tree().spool();
        try (XmlSource in = open(pass.zip())) {
            XmlSink out = XmlSink.document(spool);
            XmlCopy.document(in, out, (source, sink) -> manifest(source, sink, pass.isSecond()));
            out.flush();
        }
        pass.tree().put("Other/Solution.xml", spool);
    }

    private static XmlSource open(SolutionZip zip) throws IOException {
        return XmlSource.open(zip.file() + "!" + ENTRY, zip.read(zip.require(ENTRY)));
    }

    private static boolean manifest(XmlSource in, XmlSink out, boolean both) throws IOException {
        if (!in.name().equals("SolutionManifest")) {
            return false;
        }
        XmlCopy.element(in, out, (source, sink) -> part(source, sink, both));
        return true;
    }

    private static boolean part(XmlSource in, XmlSink out, boolean both) throws IOException {
        switch (in.name()) {
            case "RootComponents" -> SortedList.copy(in, out, "", List.of("type", "schemaName", "id"));
            case "MissingDependencies" -> SortedList.copy(in, out, "Required", List.of("type", "schemaName"));
            case "Managed" -> {
                if (!both) {
                    return false;
                }
                XmlCopy.start(in, out, false, name -> true);
                in.skip();
                out.text("2");
                out.end(false);
            }
            default -> {
                return false;
            }
        }
        return true;
    }
}
