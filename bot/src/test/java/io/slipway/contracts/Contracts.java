package io.slipway.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published specifications of the services, where somebody keeps a copy beside the project: named by
 * {@code SLIPWAY_CONTRACTS}, or {@code shared/contracts} in a folder above. Without them these tests are skipped.
 */
public final class Contracts {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private final Path folder;

    private Contracts(Path folder) {
        this.folder = folder;
    }

    /** Finds the copy, or skips the test that asks. */
    public static Contracts present() {
        Optional<Path> found = Optional.ofNullable(System.getenv("SLIPWAY_CONTRACTS"))
                .map(Path::of)
                .or(Contracts::above)
                .filter(Files::isDirectory);
        Assumptions.assumeTrue(
                found.isPresent(), "no copy of the specifications here; set SLIPWAY_CONTRACTS to check against them");
        return new Contracts(found.orElseThrow());
    }

    private static Optional<Path> above() {
        Path start = Path.of(System.getProperty("slipway.root", ".")).toAbsolutePath();
        return Stream.iterate(start, path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared").resolve("contracts"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** Reads a file of the copy; some begin with a byte order mark. */
    public JsonNode read(String name) {
        try {
            String text = Files.readString(folder.resolve(name));
            return MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
