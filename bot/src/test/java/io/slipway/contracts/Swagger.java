package io.slipway.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Holds JSON against a definition of an OpenAPI 2 document, more strictly than a schema would: a member that is not
 * declared is a fault, because the services drop what they do not know without a word.
 */
public final class Swagger {

    private final JsonNode document;

    public Swagger(JsonNode document) {
        this.document = document;
    }

    /** What is wrong with the value, empty when nothing is. */
    public List<String> faults(JsonNode schema, JsonNode value) {
        List<String> faults = new ArrayList<>();
        check(schema, value, "$", faults);
        return faults;
    }

    /** Follows a reference, if it is one. */
    public JsonNode resolve(JsonNode node) {
        String ref = node.path("$ref").asString("");
        return ref.isEmpty() ? node : resolve(document.at(ref.substring(1)));
    }

    private void check(JsonNode reference, JsonNode value, String at, List<String> faults) {
        JsonNode schema = resolve(reference);
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            faults.add(at + ": " + value + " is none of " + schema.get("enum"));
        }
        switch (schema.path("type").asString("")) {
            case "array" -> each(schema, value, at, faults);
            case "integer" -> expect(value.isIntegralNumber(), at, "a whole number", faults);
            case "boolean" -> expect(value.isBoolean(), at, "true or false", faults);
            case "string" -> expect(value.isString(), at, "a string", faults);
            case "object", "" -> members(schema, value, at, faults);
            default -> faults.add(at + ": unknown type in the specification");
        }
    }

    private void each(JsonNode schema, JsonNode value, String at, List<String> faults) {
        expect(value.isArray(), at, "an array", faults);
        for (int i = 0; i < value.size(); i++) {
            check(schema.path("items"), value.get(i), at + "[" + i + "]", faults);
        }
    }

    private void members(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (!value.isObject()) {
            expect(schema.path("enum").isArray() || !declares(schema), at, "an object", faults);
            return;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            Optional<JsonNode> declared = member(schema, member.getKey());
            String place = at + "." + member.getKey();
            if (declared.isPresent()) {
                check(declared.get(), member.getValue(), place, faults);
            } else if (schema.path("additionalProperties").isObject()) {
                check(schema.get("additionalProperties"), member.getValue(), place, faults);
            } else if (declares(schema)) {
                faults.add(place + " is not declared");
            }
        }
    }

    private boolean declares(JsonNode schema) {
        return schema.has("properties") || schema.has("allOf") || schema.has("additionalProperties");
    }

    private Optional<JsonNode> member(JsonNode schema, String name) {
        JsonNode own = schema.path("properties").path(name);
        return own.isMissingNode()
                ? stream(schema.path("allOf"))
                        .flatMap(parent -> member(resolve(parent), name).stream())
                        .findFirst()
                : Optional.of(own);
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        return stream(values).anyMatch(value::equals);
    }

    private static void expect(boolean good, String at, String what, List<String> faults) {
        if (!good) {
            faults.add(at + " should be " + what);
        }
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return array.isArray() ? array.valueStream() : Stream.empty();
    }
}
