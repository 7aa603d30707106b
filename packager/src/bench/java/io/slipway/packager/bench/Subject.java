package io.slipway.packager.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What is measured: a generated solution of so many megabytes, or {@code real}, the largest real one that is at hand. */
final class Subject {

    private static final String REAL = "real";
    private static final Path SOLUTIONS = Path.of("..", "shared", "solutions");

    private Subject() {}

    /** How a table calls it. */
    static String title(String size) {
        return size.equals(REAL) ? REAL : size + " MB";
    }

    /** Makes it, or copies it, under this name. */
    static Path write(Path zip, String size) throws IOException {
        return size.equals(REAL) ? Files.copy(largest(), zip) : GeneratedSolution.write(zip, Integer.parseInt(size));
    }

    private static Path largest() throws IOException {
        try (Stream<Path> files = Files.list(SOLUTIONS)) {
            return files.filter(file -> file.toString().contains("_unmanaged_"))
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow(() -> new IOException("There is no real solution in " + SOLUTIONS.toAbsolutePath()));
        }
    }
}
