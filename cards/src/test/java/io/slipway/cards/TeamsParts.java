package io.slipway.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes out of a card what only Teams knows, because the published schema refuses it, and notes what is wrong with it:
 * a name that Teams does not know either, or no fallback for everybody else.
 */
final class TeamsParts {
    private final Set<String> standard;
    private final JsonNode elements;
    private final List<String> wrongs = new ArrayList<>();

    TeamsParts(JsonNode schema, JsonNode elements) {
        this.standard = Set.copyOf(schema.get("definitions").propertyNames());
        this.elements = elements;
    }

    /** What was found wrong so far. */
    List<String> wrongs() {
        return wrongs;
    }

    /** The card as clients see it that know nothing of Teams. */
    JsonNode without(JsonNode card) {
        ((ObjectNode) card).remove("msteams").properties().forEach(p -> {
            if (!elements.at("/types/ITeamsCardProperties").has(p.getKey())) {
                wrongs.add("msteams." + p.getKey());
            }
        });
        return plain(card);
    }

    private JsonNode plain(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, plain(array.get(i)));
            }
        } else if (node instanceof ObjectNode object) {
            String type = object.path("type").asString("");
            if (!type.isEmpty() && !standard.contains(type)) {
                return plain(fallback(object, type));
            }
            for (String name : List.copyOf(object.propertyNames())) {
                object.set(name, plain(object.get(name)));
            }
        }
        return node;
    }

    private JsonNode fallback(ObjectNode element, String type) {
        JsonNode known = elements.get("elements").path(type).path("properties");
        element.propertyNames().stream().filter(p -> !known.has(p)).forEach(p -> wrongs.add(type + "." + p));
        known.properties().stream()
                .filter(p -> !p.getValue().get("optional").booleanValue() && !element.has(p.getKey()))
                .forEach(p -> wrongs.add(type + " without " + p.getKey()));
        if (!element.path("fallback").isObject()) {
            wrongs.add(type + " without a fallback");
            return element;
        }
        return element.get("fallback");
    }
}
