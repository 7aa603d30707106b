package io.slipway.sandbox.teams;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The basics without which Teams refuses an Adaptive Card. */
final class CardCheck {

    private static final Pattern VERSION = Pattern.compile("1\\.[0-9]");
    private static final List<String> LISTS =
            List.of("items", "columns", "actions", "inlines", "images", "rows", "cells");

    private final Set<String> inputs = new HashSet<>();

    private CardCheck() {}

    /** What is wrong with this card, if anything. */
    static Optional<String> problem(JsonNode card) {
        if (!card.isObject() || !Json.text(card, "/type").equals("AdaptiveCard")) {
            return Optional.of("Adaptive Card content must be an object of type AdaptiveCard");
        }
        if (!VERSION.matcher(Json.text(card, "/version")).matches()) {
            return Optional.of("Adaptive Card version is missing or unknown");
        }
        return new CardCheck().children(card);
    }

    private Optional<String> children(JsonNode node) {
        if (node.has("body")) {
            Optional<String> wrong = list(node.get("body"), "body");
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        for (String name : LISTS) {
            Optional<String> wrong = node.has(name) ? list(node.get(name), name) : Optional.empty();
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return node.path("card").isObject() ? children(node.get("card")) : Optional.empty();
    }

    private Optional<String> list(JsonNode list, String name) {
        if (!list.isArray()) {
            return Optional.of("'" + name + "' must be an array");
        }
        for (JsonNode element : list) {
            Optional<String> wrong = element(element, name);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private Optional<String> element(JsonNode element, String parent) {
        String type = Json.text(element, "/type");
        if (element.isString() && parent.equals("inlines")) {
            return Optional.empty();
        }
        boolean implied = Set.of("columns", "rows", "cells", "images").contains(parent);
        if (!element.isObject() || type.isEmpty() && !implied) {
            return Optional.of("an element of '" + parent + "' has no type");
        }
        if (type.startsWith("Input.") && !inputs.add(Json.text(element, "/id"))) {
            return Optional.of("the input id '" + Json.text(element, "/id") + "' is used twice");
        }
        if (type.startsWith("Input.") && Json.text(element, "/id").isEmpty()) {
            return Optional.of("an " + type + " has no id");
        }
        if (type.equals("Action.OpenUrl") && Json.text(element, "/url").isEmpty()) {
            return Optional.of("an Action.OpenUrl has no url");
        }
        return type.equals("Table") ? Optional.empty() : children(element);
    }
}
