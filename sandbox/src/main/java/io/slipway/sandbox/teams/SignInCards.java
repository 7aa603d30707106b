package io.slipway.sandbox.teams;

import io.slipway.sandbox.world.Human;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers sign-in cards in personal chats the way the client does: silently where that works. */
final class SignInCards {

    private static final String CARD = "application/vnd.microsoft.card.oauth";

    private final ChatLog log;
    private final Activities activities;
    private final BotLine line;
    private final SingleSignOn signOn;
    private final Faults faults;

    SignInCards(ChatLog log, Activities activities, BotLine line, SingleSignOn signOn, Faults faults) {
        this.log = log;
        this.activities = activities;
        this.line = line;
        this.signOn = signOn;
        this.faults = faults;
    }

    static boolean has(Post post) {
        return Message.attachments(post.activity(), CARD).findAny().isPresent();
    }

    /** Tries to sign in without bothering the person; true when the card needs not be shown. */
    boolean silently(Human person, Room room, Post post) {
        JsonNode card = Message.attachments(post.activity(), CARD).findFirst().orElseThrow();
        JsonNode resource = card.path("tokenExchangeResource");
        Optional<String> token = signOn.token(person, Json.text(resource, "/uri"));
        if (token.isEmpty()) {
            return false;
        }
        ObjectNode value = Json.object()
                .put("id", Json.text(resource, "/id"))
                .put("connectionName", Json.text(card, "/connectionName"))
                .put("token", token.get());
        boolean good = false;
        for (int client = 0; client < faults.clients(person.alias()); client++) {
            good |= call(person, room, post, "signin/tokenExchange", value).good();
        }
        return good && hide(person, post);
    }

    /** The person signed in with their own hands. */
    boolean verify(Human person, Room room, Post post, String code) {
        ObjectNode value = Json.object().put("state", code);
        return call(person, room, post, "signin/verifyState", value).good() && hide(person, post);
    }

    private BotLine.Heard call(Human person, Room room, Post post, String name, ObjectNode value) {
        ObjectNode activity = activities.invoke(person, room, name, value);
        activity.put("replyToId", post.id());
        activities.place(activity, room, post.thread());
        return line.call(activity);
    }

    private boolean hide(Human person, Post post) {
        ObjectNode signedIn = Json.object().put("signedIn", true);
        return log.change(post.room(), post.id(), old -> old.seenAs(person.alias(), signedIn))
                .isPresent();
    }
}
