package io.slipway.ports;

import java.util.List;
import java.util.Optional;

/**
 * Out: which message shows which thing, so that a thing has one card. Posting is recorded in two steps, because Teams
 * has no key that would make it idempotent: an intent before, the activity id after. An intent without an id after a
 * restart means that a card may exist which nobody knows; it is recognised when a client refreshes it.
 */
public interface Postings {

    /** The card of a thing. */
    Optional<Posting> of(String thing);

    /** The newest cards in a channel or chat, by {@link Room#place()}, newest first. */
    List<Posting> newestIn(String place, int most);

    /** Notes that the card is about to be posted. */
    void intend(String thing, Room room);

    /** Notes where the card is and what it shows. */
    void shown(String thing, String activity, String fingerprint);

    /** Forgets the card, because its message is gone. */
    void forget(String thing);

    /**
     * A card that stands for a thing.
     *
     * @param activity empty while the post is under way, or was cut off
     * @param fingerprint of what it shows now, to tell whether an edit is needed
     */
    record Posting(String thing, Room room, Optional<String> activity, String fingerprint) {}
}
