package io.slipway.packager;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The folder of real solutions, which lies outside the repository and need not be there. */
final class RealSolutions {

    /**
     * A row of {@code expected-trees.tsv}.
     *
     * @param solution unique name
     * @param type package type
     * @param blob git blob id of the (unmanaged) archive
     * @param path in the tree
     * @param size in bytes
     * @param hash SHA-256
     */
    record Row(String solution, String type, String blob, String path, long size, String hash) {}

    private RealSolutions() {}

    /** The folder, or the end of the test where it is absent. */
    static Path folder() {
        Optional<Path> found = find();
        if (found.isEmpty()) {
            System.out.println("packager: the folder of real solutions (shared/solutions) is absent: skipped");
        }
        Assumptions.assumeTrue(found.isPresent(), "shared/solutions is absent");
        return found.get();
    }

    static List<Path> zips() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path zip(String solution, String blob) {
        return named(solution + "_", "_" + blob.substring(0, 7) + ".zip");
    }

    static Path managed(String solution) {
        return named(solution + "_managed_", ".zip");
    }

    static List<Row> rows() {
        try (Stream<String> lines = Files.lines(folder().resolve("expected-trees.tsv"))) {
            return lines.skip(1).map(RealSolutions::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split("\t", -1);
        return new Row(cells[0], cells[1], cells[2], cells[3], Long.parseLong(cells[4]), cells[5]);
    }

    private static Path named(String start, String end) {
        return zips().stream()
                .filter(zip -> zip.getFileName().toString().startsWith(start))
                .filter(zip -> zip.getFileName().toString().endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Path> find() {
        Path root = Path.of(System.getProperty("slipway.root", "."))
                .toAbsolutePath()
                .normalize();
        List<Path> parents = new ArrayList<>();
        for (Path at = root; at != null; at = at.getParent()) {
            parents.add(at.resolve("shared/solutions"));
        }
        return parents.stream().filter(Files::isDirectory).findFirst();
    }
}
