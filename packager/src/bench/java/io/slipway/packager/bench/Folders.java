package io.slipway.packager.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Clears up after a measurement. */
final class Folders {

    private Folders() {}

    /** A new folder below BENCH_FOLDER, else below the module's target. */
    static Path make() throws IOException {
        String asked = System.getenv().getOrDefault("BENCH_FOLDER", "packager/target");
        return Files.createTempDirectory(Path.of(asked).toAbsolutePath(), "bench");
    }

    /** Milliseconds for a thousand new files: what the file system alone asks for. */
    static long floor(Path folder) throws IOException {
        Path files = Files.createDirectory(folder.resolve("floor"));
        long start = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            Files.createFile(files.resolve("f" + i));
        }
        long took = (System.nanoTime() - start) / 1_000_000;
        delete(files);
        return took;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> paths = all.toList();
            for (Path path : paths.reversed()) {
                Files.delete(path);
            }
        }
    }
}
