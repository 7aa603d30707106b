package io.slipway.story;

import io.slipway.sandbox.teams.Message;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What can be told of a message by looking at it. */
final class Screen {

    private Screen() {}

    /** Whether there is a button with this verb. */
    static boolean offers(Message message, String verb) {
        return find(message, verb).isPresent();
    }

    /** The button with this verb, to press it later or as somebody else. */
    static JsonNode action(Message message, String verb) {
        return find(message, verb)
                .orElseThrow(() -> new NoSuchElementException("no button " + verb + " on: " + message.readable()));
    }

    private static Optional<JsonNode> find(Message message, String verb) {
        return message.cards().stream()
                .flatMap(Screen::nodes)
                .filter(node -> node.path("type").asString("").equals("Action.Execute")
                        && node.path("verb").asString("").equals(verb))
                .findFirst();
    }

    private static Stream<JsonNode> nodes(JsonNode node) {
        Stream<JsonNode> inside = node.isObject()
                ? node.properties().stream()
                        .filter(member -> !member.getKey().equals("refresh")) // which is no button
                        .map(Map.Entry::getValue)
                : StreamSupport.stream(node.spliterator(), false);
        return Stream.concat(Stream.of(node), inside.flatMap(Screen::nodes));
    }
}
