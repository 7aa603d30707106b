package io.slipway.cards;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The published schemas that cards are held against. They are not part of this repository: they are looked for in the
 * folder that {@code -Dslipway.contracts} or SLIPWAY_CONTRACTS names, or in {@code shared/contracts} above the
 * checkout. Tests that need them are skipped, with a message, where there are none.
 */
final class Contracts {
    private Contracts() {}

    static ObjectNode read(String name) {
        Path file = folder().resolve(name);
        assumeTrue(
                Files.exists(file), "skipped, as there is no " + name + ": name the folder by -Dslipway.contracts=...");
        return (ObjectNode) JsonMapper.shared().readTree(file);
    }

    private static Path folder() {
        String named = System.getProperty("slipway.contracts", System.getenv("SLIPWAY_CONTRACTS"));
        if (named != null) {
            return Path.of(named);
        }
        Path root = Path.of(System.getProperty("slipway.root", ".")).toAbsolutePath();
        return Stream.iterate(root, p -> p != null, Path::getParent)
                .map(p -> p.resolve("shared/contracts"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(root.resolve("contracts"));
    }
}
