package io.slipway.packager;

import io.slipway.packager.xml.Fields;
import io.slipway.packager.xml.XmlCopy;
import io.slipway.packager.xml.XmlSink;
import io.slipway.packager.xml.XmlSource;
import io.slipway.packager.zip.EntryNames;
import io.slipway.packager.zip.SolutionZip;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code customizations.xml}: known collections go to their files and leave an empty element, the rest stays in the residual. */
final class UnpackCollections {

    private static final String RESIDUAL = "Other/Customizations.xml";

    private final Pass pass;

    UnpackCollections(Pass pass) {
        this.pass = pass;
    }

    /** Writes everything that the archive's {@code customizations.xml} describes. */
    void unpack() throws IOException {
        SolutionZip zip = pass.zip();
        SolutionZip.Entry entry = zip.require("customizations.xml");
        Spool residual = pass.tree().spool();
        try (XmlSource in = XmlSource.open(zip.file() + "!customizations.xml", zip.read(entry))) {
            XmlSink out = XmlSink.document(residual);
            XmlCopy.document(in, out, this::collection);
            out.flush();
        }
        pass.tree().put(RESIDUAL, residual);
    }

    private boolean collection(XmlSource in, XmlSink out) throws IOException {
        String name = in.name();
        pass.enter(name);
        Optional<Reader> reader = reader(name);
        if (reader.isPresent()) {
            XmlCopy.start(in, out, false, attribute -> true);
            out.end(true);
            reader.get().read(in);
        }
        return reader.isPresent();
    }

    private interface Reader {
        void read(XmlSource in) throws IOException;
    }

    private Optional<Reader> reader(String name) {
        return switch (name) {
            case "Entities" -> Optional.of(new UnpackEntities(pass)::unpack);
            case "EntityRelationships" -> Optional.of(new UnpackRelationships(pass)::unpack);
            case "Templates" -> Optional.of(new UnpackTemplates(pass)::unpack);
            default ->
                Layout.perComponent(name)
                        .<Reader>map(kind -> in -> components(in, kind))
                        .or(() -> Layout.perCollection(name).map(kind -> in -> whole(in, kind)))
                        .or(() -> Layout.payload(name).map(kind -> new UnpackPayload(pass, kind)::unpack));
        };
    }

    private void components(XmlSource in, Layout.PerComponent kind) throws IOException {
        while (in.nextChild()) {
            Spool spool = pass.tree().spool();
            Fields fields = Fields.of(Set.of(kind.key(), "BackgroundImageUri", "DocumentUri"), Set.of("AdditionalUri"));
            XmlSink out = XmlSink.document(spool);
            if (kind.collection().equals("AppModules")) {
                appModule(in, out, fields);
            } else {
                XmlCopy.root(in, out, fields);
            }
            out.flush();
            String name = fields.get(kind.key())
                    .or(() -> fields.get("@" + kind.key()))
                    .orElseThrow(() -> pass.nameless(kind.collection(), kind.key()));
            String path = kind.path(EntryNames.fileName(name));
            pass.put(kind.managed() ? pass.managedName(path) : path, spool);
            attached(kind, fields, name);
        }
    }

    private void appModule(XmlSource in, XmlSink out, Fields fields) throws IOException {
        XmlCopy.plainRoot(in, out, fields, (source, sink) -> {
            if (!source.name().equals("AppModuleComponents")) {
                return false;
            }
            SortedList.copy(source, sink, "", List.of("type", "schemaName"));
            return true;
        });
    }

    private void attached(Layout.PerComponent kind, Fields fields, String name) throws IOException {
        if (kind.collection().equals("CanvasApps")) {
            pass.take("CanvasApps");
            for (String field : List.of("BackgroundImageUri", "DocumentUri", "AdditionalUri")) {
                for (String address : fields.all(field)) {
                    if (!address.isEmpty()) {
                        pass.copyNamed(address, pathOf(address), "canvas app " + name);
                    }
                }
            }
        }
        if (kind.collection().equals("Connectors") && pass.take("Connector")) {
            connectorFiles();
        }
    }

    /** The archive says {@code Connector/}, the tree {@code Connectors/}. */
    private void connectorFiles() throws IOException {
        for (SolutionZip.Entry entry : pass.zip().entries()) {
            if (entry.folder().equalsIgnoreCase("Connector")) {
                pass.copy(entry, "Connectors" + entry.path().substring("Connector".length()));
            }
        }
    }

    private String pathOf(String address) {
        return pass.zip()
                .find(address)
                .map(SolutionZip.Entry::path)
                .orElse(EntryNames.decode(address.startsWith("/") ? address.substring(1) : address));
    }

    private void whole(XmlSource in, Layout.PerCollection kind) throws IOException {
        Spool spool = pass.tree().spool();
        XmlSink out = XmlSink.document(spool);
        boolean[] filled = {kind.always()};
        XmlCopy.root(in, out, Fields.ofChildren(), (source, sink) -> {
            filled[0] = true;
            return false;
        });
        out.flush();
        if (filled[0]) {
            pass.put(kind.managed() ? pass.managedName(kind.path()) : kind.path(), spool);
        } else {
            spool.discard();
        }
    }
}
