package io.slipway.sandbox.teams;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds what can be pressed on a card, and makes of it what the client sends. */
final class CardActions {

    private CardActions() {}

    /** The action with this verb, id or title, wherever it is on the card. */
    static Optional<ObjectNode> find(JsonNode card, String verbOrTitle) {
        return all(card)
                .filter(action -> Stream.of("/verb", "/id", "/title")
                        .anyMatch(name -> Json.text(action, name).equals(verbOrTitle)))
                .findFirst();
    }

    private static Stream<ObjectNode> all(JsonNode node) {
        Stream<ObjectNode> own =
                node instanceof ObjectNode object && Json.text(object, "/type").startsWith("Action.")
                        ? Stream.of(object)
                        : Stream.empty();
        Stream<ObjectNode> inner = StreamSupport.stream(node.spliterator(), false)
                .filter(JsonNode::isContainer)
                .flatMap(CardActions::all);
        return Stream.concat(own, inner);
    }

    /** The {@code action} of an invoke: data and inputs become one object, inputs win. */
    static ObjectNode invoked(JsonNode action, Map<String, ?> inputs) {
        ObjectNode sent = Json.object().put("type", "Action.Execute");
        for (String name : new String[] {"title", "id", "verb"}) {
            if (action.hasNonNull(name)) {
                sent.set(name, action.get(name));
            }
        }
        sent.set("data", data(action, inputs));
        return sent;
    }

    /** What a submit sends as its value. */
    static JsonNode data(JsonNode action, Map<String, ?> inputs) {
        JsonNode data = action.path("data");
        if (!data.isObject() && inputs.isEmpty()) {
            return data.isMissingNode() ? Json.object() : data;
        }
        ObjectNode merged = data instanceof ObjectNode object ? object.deepCopy() : Json.object();
        inputs.forEach((name, value) -> merged.set(name, Json.MAPPER.valueToTree(value)));
        return merged;
    }

    /** The refresh action of a card that wants to be fetched anew for this person, automatically or when asked. */
    static Optional<JsonNode> refresh(JsonNode card, String teamsId, boolean automatic) {
        JsonNode refresh = card.path("refresh");
        JsonNode users = refresh.path("userIds");
        boolean wanted = !automatic
                || users.isEmpty()
                || StreamSupport.stream(users.spliterator(), false)
                        .anyMatch(user -> user.asString("").equals(teamsId));
        return Optional.of(refresh.path("action")).filter(action -> wanted && action.isObject());
    }
}
