package io.slipway.manifest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas that Microsoft publishes for app packages. They are looked for in the folder that
 * {@code -Dslipway.contracts} or SLIPWAY_CONTRACTS names, or in {@code shared/contracts} above the checkout; what needs
 * them is skipped, with a message, where there are none.
 */
final class TeamsSchemas {
    private TeamsSchemas() {}

    /** What the schema of this name finds wrong with a file of the package. */
    static List<Error> errors(String name, JsonNode file) throws IOException {
        Path schema = folder().resolve("teams-manifest/v1.30").resolve(name);
        assumeTrue(
                Files.exists(schema),
                "skipped, as there is no " + name + ": name the folder by -Dslipway.contracts=...");
        // It calls itself draft 4 but uses "const"; and Java knows \b and \v in a character class by other names.
        String text = Files.readString(schema)
                .replace("http://json-schema.org/draft-04/schema#", "http://json-schema.org/draft-07/schema#")
                .replace("\\\\b\\\\v", "\\\\x08\\\\x0B");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(JsonMapper.shared().readTree(text))
                .validate(file);
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
