package io.slipway.packager;

import io.slipway.packager.xml.XmlCopy;
import io.slipway.packager.xml.XmlSink;
import io.slipway.packager.xml.XmlSource;
import io.slipway.packager.zip.EntryNames;
import io.slipway.packager.zip.SolutionZipWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Source tree to solution archive. The same tree gives the same bytes; an archive is put in place only when it is whole.
 * Every failure is a {@link PackagerException}.
 */
public final class Packer {

    private static final String MANIFEST = "Other/Solution.xml";
    private static final int LEVEL = 4;
    private static final Set<String> NOT_PASSED = Set.of("other", "resources");

    private final boolean plainForMissing;

    public Packer() {
        this(false);
    }

    /** With {@code plainForMissing} a managed archive gets the plain file where a managed twin is missing. */
    public Packer(boolean plainForMissing) {
        this.plainForMissing = plainForMissing;
    }

    /** Packs; for {@code BOTH} the managed archive is written beside {@code zip} as {@code X_managed.zip}. */
    public PackResult pack(Path folder, Path zip, PackageType type) {
        try {
            SourceTree tree = SourceTree.of(folder);
            SolutionManifest manifest = manifest(tree, type);
            Set<Warning> warnings = new LinkedHashSet<>();
            List<Path> zips = new ArrayList<>();
            if (type != PackageType.MANAGED) {
                zips.add(written(tree, zip, false, manifest.managed(), warnings));
            }
            if (type != PackageType.UNMANAGED) {
                Path second = type == PackageType.BOTH ? managedBeside(zip) : zip;
                zips.add(written(tree, second, true, manifest.managed(), warnings));
            }
            return new PackResult(manifest, zips, List.copyOf(warnings));
        } catch (IOException e) {
            throw PackagerException.broken(folder.toString(), e);
        }
    }

    /** Where packing both puts the managed archive. */
    public static Path managedBeside(Path zip) {
        String name = zip.getFileName().toString();
        int dot = name.toLowerCase(java.util.Locale.ROOT).lastIndexOf(".zip");
        return zip.resolveSibling(
                dot < 0 ? name + "_managed" : name.substring(0, dot) + "_managed" + name.substring(dot));
    }

    private static SolutionManifest manifest(SourceTree tree, PackageType type) throws IOException {
        for (String file : List.of(MANIFEST, "Other/Customizations.xml")) {
            if (!tree.has(file)) {
                throw new PackagerException(
                        file,
                        "",
                        "is not in the tree",
                        "Choose the folder that holds Other; unpack the solution again.");
            }
        }
        try (XmlSource in = tree.xml(MANIFEST)) {
            SolutionManifest manifest = SolutionManifest.read(in);
            int wanted = type == PackageType.MANAGED ? 1 : 0;
            if (manifest.managed() != 2 && (type == PackageType.BOTH || manifest.managed() != wanted)) {
                throw new PackagerException(
                        MANIFEST,
                        manifest.uniqueName(),
                        "is of a tree unpacked as " + manifest.type() + ", which does not pack as " + type.word(),
                        "Choose the other type, or unpack both archives into the tree.");
            }
            return manifest;
        }
    }

    private Path written(SourceTree tree, Path zip, boolean managed, int type, Set<Warning> warnings)
            throws IOException {
        Path target = zip.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path part = target.resolveSibling(".slipway-pack-" + UUID.randomUUID() + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
                    SolutionZipWriter writer = new SolutionZipWriter(out, LEVEL)) {
                warnings.addAll(archive(tree, writer, managed, type));
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return zip;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Set<Warning> archive(SourceTree tree, SolutionZipWriter writer, boolean managed, int type)
            throws IOException {
        RootComponents roots;
        try (XmlSource in = tree.xml(MANIFEST)) {
            roots = RootComponents.read(in);
        }
        boolean restoring = !managed || type != 2;
        Packing packing = new Packing(tree, writer, managed, plainForMissing, roots, restoring);
        new PackCollections(packing).pack();
        manifest(tree, writer, managed);
        packing.writePayloads();
        passThrough(packing);
        for (RootComponents.Root root : roots.missing(packing)) {
            packing.warn(MANIFEST, "names the root component " + root.shown() + ", which is not in the tree");
        }
        writer.finish();
        return packing.warnings();
    }

    private static void manifest(SourceTree tree, SolutionZipWriter writer, boolean managed) throws IOException {
        try (XmlSource in = tree.xml(MANIFEST);
                OutputStream entry = writer.entry("solution.xml", MANIFEST, false)) {
            XmlSink out = XmlSink.document(entry);
            XmlCopy.document(in, out, (source, sink) -> {
                boolean here = source.name().equals("SolutionManifest");
                if (here) {
                    XmlCopy.element(source, sink, (child, to) -> type(child, to, managed));
                }
                return here;
            });
            out.flush();
        }
    }

    private static boolean type(XmlSource in, XmlSink out, boolean managed) throws IOException {
        boolean here = in.name().equals("Managed");
        if (here) {
            XmlCopy.start(in, out, false, attribute -> true);
            in.skip();
            out.text(managed ? "1" : "0");
            out.end(false);
        }
        return here;
    }

    private static void passThrough(Packing packing) throws IOException {
        for (String path : packing.tree().files()) {
            int slash = path.indexOf('/');
            if (slash > 0 && passes(packing, path, path.substring(0, slash))) {
                packing.write(path, path, true);
            }
        }
    }

    private static boolean passes(Packing packing, String path, String folder) {
        if (NOT_PASSED.contains(EntryNames.key(folder)) || packing.isPayload(path) || packing.isPacked(folder)) {
            return false;
        }
        return !Layout.FOLDERS.contains(folder) || Layout.isPayloadFolder(folder) && !Layout.isCollectionFile(path);
    }
}
