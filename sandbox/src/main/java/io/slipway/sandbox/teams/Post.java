package io.slipway.sandbox.teams;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One message in a room as everybody's client knows it.
 *
 * @param id milliseconds, unique in its room
 * @param thread id of the message that began the thread, its own id when it began one, empty in personal chats
 * @param from alias of a person, or {@link #BOT}
 * @param activity what was sent, as it was sent
 * @param version counts the edits, so that a view of an older version is known to be stale
 * @param views cards that replace the common one for one person, by alias
 * @param state whether Slipway has got it
 */
record Post(
        String id,
        String room,
        String thread,
        String from,
        Instant at,
        ObjectNode activity,
        int version,
        boolean deleted,
        Map<String, View> views,
        State state) {

    static final String BOT = "slipway";

    /** What one person sees instead of the common card, made for one version of the message. */
    record View(int version, JsonNode card) {}

    /** How far a person's message has come. */
    enum State {
        PENDING,
        DONE,
        FAILED
    }

    Post edited(ObjectNode changed) {
        return new Post(id, room, thread, from, at, changed, version + 1, deleted, views, state);
    }

    Post gone() {
        return new Post(id, room, thread, from, at, activity, version + 1, true, Map.of(), state);
    }

    Post in(State next) {
        return new Post(id, room, thread, from, at, activity, version, deleted, views, next);
    }

    Post seenAs(String person, JsonNode card) {
        Map<String, View> changed = new HashMap<>(views);
        changed.put(person, new View(version, card));
        return new Post(id, room, thread, from, at, activity, version, deleted, Map.copyOf(changed), state);
    }

    boolean freshFor(String person) {
        View view = views.get(person);
        return view != null && view.version() == version;
    }
}
