package io.slipway.chat;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What buttons can do, by their verb. */
final class Clicks {

    private final Map<String, CardAction> byVerb = new HashMap<>();

    Clicks(Collection<CardAction> actions) {
        for (CardAction action : actions) {
            if (byVerb.put(action.verb(), action) != null) {
                throw new IllegalStateException("Two actions have the verb " + action.verb());
            }
        }
    }

    Optional<CardAction> of(String verb) {
        return Optional.ofNullable(byVerb.get(verb));
    }
}
