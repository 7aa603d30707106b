package io.slipway.packager;

import io.slipway.packager.xml.Fields;
import io.slipway.packager.xml.XmlSink;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Components with a file: from their {@code .data.xml} back into the collection, and the file to the entry that it names. */
final class PackPayload {

    private static final String DATA = ".data.xml";
    private static final String SIGNATURES = "Reports/ReportSignatureIdMappings.xml";

    private final Packing packing;
    private final SourceTree tree;
    private final Layout.Payload kind;

    PackPayload(Packing packing, Layout.Payload kind) {
        this.packing = packing;
        this.tree = packing.tree();
        this.kind = kind;
    }

    void pack(XmlSink out) throws IOException {
        List<String> files = tree.below(kind.folder() + "/");
        Set<String> named = new HashSet<>();
        for (String path : files) {
            if (path.endsWith(DATA)) {
                named.add(path);
                named.add(path.substring(0, path.length() - DATA.length()));
                component(path, out);
            }
        }
        if (kind.collection().equals("Reports") && tree.has(SIGNATURES)) {
            named.add(SIGNATURES);
            packing.component(SIGNATURES, out, Fields.ofChildren(), (in, sink) -> false);
        }
        if (named.isEmpty()) {
            return;
        }
        packing.packed(kind.folder());
        for (String path : files) {
            if (!named.contains(path) && !packing.isPayload(path) && !path.endsWith("/ServiceEndpoints.xml")) {
                packing.warn(path, "belongs to no component, so it is left out");
            }
        }
    }

    private void component(String path, XmlSink out) throws IOException {
        Fields fields = Fields.ofChildren(
                "JsonFileName", "XamlFileName", "FileName", "file", "ExportedFileName", "Name", "WebResourceId");
        if (kind.collection().equals("Reports")) {
            try (io.slipway.packager.xml.XmlSource in = tree.xml(path)) {
                io.slipway.packager.xml.XmlCopy.plainRoot(in.root(), out, fields, (source, sink) -> false);
            }
        } else {
            packing.component(path, out, fields, (in, sink) -> false);
        }
        String payload = path.substring(0, path.length() - DATA.length());
        String name = fields.get(kind.key()).orElse(payload);
        String address = kind.fields().stream()
                .flatMap(field -> fields.get(field).stream())
                .findFirst()
                .orElseThrow(() -> new PackagerException(
                        path, name, "names no file", "Restore " + kind.fields().getFirst() + " in it."));
        packing.payload(address, payload, kind.collection() + " " + name);
        for (String id : List.of(kind.key(), "@WorkflowId", "WebResourceId", "@PluginAssemblyId")) {
            fields.get(id).ifPresent(packing::found);
        }
        switch (kind.collection()) {
            case "CustomControls" -> companions(payload);
            case "SolutionPluginAssemblies" ->
                AssemblyVersion.difference(tree.file(payload), name)
                        .ifPresent(difference -> packing.warn(payload, difference));
            default -> {}
        }
    }

    private void companions(String manifest) {
        for (String path : tree.below(manifest.substring(0, manifest.lastIndexOf('/') + 1))) {
            if (!path.endsWith(DATA) && !path.equals(manifest)) {
                packing.payload(path, path, "custom control");
            }
        }
    }
}
