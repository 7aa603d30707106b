package io.slipway.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.slipway.cards.Card;

/** Writes the activities that Slipway sends. Cards are JSON already and go in as they are. */
final class Outgoing {

    static final String CARD = "application/vnd.microsoft.card.adaptive";

    private Outgoing() {}

    static String text(String markdown) {
        return message().put("textFormat", "markdown").put("text", markdown).toString();
    }

    static String card(Card card) {
        ObjectNode message = message().put("summary", card.summary());
        attach(message, CARD).putRawValue("content", new RawValue(card.json()));
        return message.toString();
    }

    /** A card of Teams' own for signing in. */
    static String signIn(ObjectNode content) {
        ObjectNode message = message();
        attach(message, "application/vnd.microsoft.card.oauth").set("content", content);
        return message.toString();
    }

    private static ObjectNode message() {
        return TeamsJson.object().put("type", "message");
    }

    private static ObjectNode attach(ObjectNode message, String contentType) {
        return message.putArray("attachments").addObject().put("contentType", contentType);
    }
}
