package io.slipway.sandbox.azuredevops;

import io.slipway.packager.PackageType;
import io.slipway.packager.Packer;
import io.slipway.packager.Unpacker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The solution as source, between the archive of an export and the folder of the repository. */
final class SourceFolder {

    static final String ROOT = "solutions/Expenses/";
    private static final String MANIFEST = "Other/Solution.xml";

    private SourceFolder() {}

    /** The files that the two archives of one version unpack to, under their paths in the repository. */
    static Map<String, byte[]> unpacked(byte[] unmanaged, byte[] managed) {
        return inFolder(work -> {
            Path tree = work.resolve("tree");
            new Unpacker()
                    .unpackBoth(
                            Files.write(work.resolve("Expenses.zip"), unmanaged),
                            Files.write(work.resolve("Expenses_managed.zip"), managed),
                            tree);
            Map<String, byte[]> files = new TreeMap<>();
            try (Stream<Path> all = Files.walk(tree)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(ROOT + tree.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
            return files;
        });
    }

    /** The managed archive that these files of the repository pack to, with this version. */
    static byte[] packed(Map<String, byte[]> files, String version) {
        return inFolder(work -> {
            Path tree = work.resolve("tree");
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = tree.resolve(file.getKey().substring(ROOT.length()));
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
            Path manifest = tree.resolve(MANIFEST);
            String text = Files.readString(manifest, StandardCharsets.UTF_8);
            Files.writeString(
                    manifest, text.replaceFirst("<Version>[^<]*</Version>", "<Version>" + version + "</Version>"));
            Path zip = work.resolve("Expenses_managed.zip");
            new Packer().pack(tree, zip, PackageType.MANAGED);
            return Files.readAllBytes(zip);
        });
    }

    private interface Work<T> {
        T in(Path folder) throws IOException;
    }

    private static <T> T inFolder(Work<T> work) {
        try {
            Path folder = Files.createTempDirectory("slipway-source");
            try {
                return work.in(folder);
            } finally {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
