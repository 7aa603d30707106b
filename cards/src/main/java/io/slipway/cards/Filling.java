package io.slipway.cards;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts a record's values into a template. Whatever a record holds is data: it is never read as template, and where the
 * element shows Markdown it is escaped.
 */
final class Filling {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Object root;

    Filling(Object root) {
        this.root = root;
    }

    JsonNode fill(JsonNode template) {
        return many(template, new Place(root, "", Kind.PLAIN)).findFirst().orElseThrow();
    }

    /** Where in the template we are: whose slots are meant, under which name, and what may stand there. */
    private record Place(Object here, String name, Kind kind) {
        Place under(String key, Kind kind) {
            return new Place(here, key, kind);
        }
    }

    private enum Kind {
        /** Shown as it is. */
        PLAIN,
        /** Shown as Markdown. */
        MARKDOWN,
        /** Never shown: it comes back with a button, so it is kept to the letter. */
        CARRIED
    }

    private Stream<JsonNode> many(JsonNode node, Place place) {
        if (node.isObject()) {
            return scopes(node, place.here())
                    .flatMap(here -> object(node, new Place(here, place.name(), place.kind())));
        }
        if (node.isArray()) {
            ArrayNode array = JSON.arrayNode();
            node.forEach(item -> many(item, place).forEach(array::add));
            return Stream.of(array);
        }
        return Stream.of(node.isString() ? text(node.stringValue(), place) : node);
    }

    private Stream<?> scopes(JsonNode node, Object here) {
        if (!node.has("$data")) {
            return Stream.of(here);
        }
        Object data = value(node.get("$data").stringValue(), here);
        return data instanceof List<?> list ? list.stream() : Stream.of(data);
    }

    private Stream<JsonNode> object(JsonNode node, Place place) {
        if (node.has("$when")
                && value(node.get("$when").stringValue(), place.here()).equals(false)) {
            return Stream.empty();
        }
        ObjectNode filled = JSON.objectNode();
        String type = node.path("type").asString("");
        node.properties().stream()
                .filter(p -> !p.getKey().equals("$when") && !p.getKey().equals("$data"))
                .forEach(p -> many(p.getValue(), place.under(p.getKey(), kind(type, p.getKey(), place)))
                        .forEach(v -> filled.set(p.getKey(), v)));
        return Stream.of(filled);
    }

    private static Kind kind(String type, String key, Place parent) {
        boolean markdown =
                type.equals("TextBlock") && key.equals("text") || parent.name().equals("facts");
        boolean carried = parent.kind() == Kind.CARRIED || key.equals("data") || key.equals("url") || key.equals("id");
        return markdown ? Kind.MARKDOWN : carried ? Kind.CARRIED : Kind.PLAIN;
    }

    private JsonNode text(String text, Place place) {
        Matcher whole = Words.SLOT.matcher(text);
        if (whole.matches() && place.kind() == Kind.PLAIN) {
            Object value = value(text, place.here());
            if (value instanceof Integer number) {
                return JSON.numberNode(number);
            }
            if (value instanceof Boolean yes) {
                return JSON.booleanNode(yes);
            }
            if (value instanceof List<?> list) {
                ArrayNode array = JSON.arrayNode();
                list.forEach(item -> array.add(item.toString()));
                return array;
            }
        }
        return JSON.stringNode(Words.fill(text, path -> shown(read(path, place.here()), place.kind())));
    }

    private static String shown(Object value, Kind kind) {
        String text = value instanceof Instant time
                ? time.truncatedTo(ChronoUnit.SECONDS).toString()
                : value.toString();
        return switch (kind) {
            case CARRIED -> text;
            case PLAIN -> Words.tame(text);
            case MARKDOWN -> Words.escape(Words.tame(text));
        };
    }

    private Object value(String slot, Object here) {
        Matcher whole = Words.SLOT.matcher(slot);
        if (!whole.matches()) {
            throw new IllegalStateException("not a slot: " + slot);
        }
        return read(whole.group(1), here);
    }

    private Object read(String path, Object here) {
        return path.startsWith("$root.") ? Slots.read(root, path.substring(6)) : Slots.read(here, path);
    }
}
