package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;

/**
 * A published OpenAPI document of Azure DevOps, where a copy lies beside the project: named by {@code
 * SLIPWAY_CONTRACTS}, or {@code shared/contracts} in a folder above. Members that it does not declare are let through,
 * because real answers have more than it says; nulls too, because it cannot say that something may be null.
 */
final class Specification {

    private final JsonNode document;

    private Specification(JsonNode document) {
        this.document = document;
    }

    /** Reads one of its documents, or skips the test that asks. */
    static Specification read(String name) {
        Optional<Path> folder = Optional.ofNullable(System.getenv("SLIPWAY_CONTRACTS"))
                .map(Path::of)
                .or(Specification::above)
                .map(path -> path.resolve("azure-devops"))
                .filter(Files::isDirectory);
        Assumptions.assumeTrue(
                folder.isPresent(), "no copy of the specifications here; set SLIPWAY_CONTRACTS to check against them");
        try {
            String text = Files.readString(folder.orElseThrow().resolve(name));
            return new Specification(Json.read(text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> above() {
        Path start = Path.of(System.getProperty("slipway.root", ".")).toAbsolutePath();
        return Stream.iterate(start, path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared").resolve("contracts"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** What is wrong with an answer of this definition; a wrapped list is looked into. */
    List<String> faults(String definition, JsonNode answer) {
        List<String> faults = new ArrayList<>();
        JsonNode schema = document.path("definitions").path(definition);
        if (schema.isMissingNode()) {
            faults.add("there is no definition " + definition);
        }
        if (answer.path("value").isArray() && answer.has("count")) {
            answer.path("value").forEach(item -> check(schema, item, definition, faults));
        } else {
            check(schema, answer, definition, faults);
        }
        return faults;
    }

    private void check(JsonNode reference, JsonNode value, String at, List<String> faults) {
        if (value.isNull() || value.isMissingNode()) {
            return;
        }
        String ref = reference.path("$ref").asString("");
        JsonNode schema = ref.isEmpty() ? reference : document.at(ref.substring(1));
        schema.path("allOf").forEach(part -> check(part, value, at, faults));
        if (schema.has("enum")
                && schema.path("enum")
                        .valueStream()
                        .noneMatch(e -> e.asString("").equalsIgnoreCase(value.asString("")))) {
            faults.add(at + ": " + value + " is none of " + schema.path("enum"));
        }
        if (!fits(schema, value)) {
            faults.add(at + ": " + value + " is no " + schema.path("type").asString(""));
        }
        schema.path("properties")
                .properties()
                .forEach(p -> check(p.getValue(), value.path(p.getKey()), at + "." + p.getKey(), faults));
        if (value.isArray()) {
            value.forEach(item -> check(schema.path("items"), item, at + "[]", faults));
        }
    }

    private static boolean fits(JsonNode schema, JsonNode value) {
        boolean anything = !schema.has("properties") && !schema.has("allOf") && !schema.has("additionalProperties");
        return switch (schema.path("type").asString("")) {
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> anything || value.isObject();
            default -> true;
        };
    }
}
