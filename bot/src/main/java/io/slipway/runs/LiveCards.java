package io.slipway.runs;

import io.slipway.alm.Problem;
import io.slipway.cards.Card;
import io.slipway.ports.Conversations;
import io.slipway.ports.Postings;
import io.slipway.ports.Postings.Posting;
import io.slipway.ports.Room;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** One card for each thing, edited in place. Each thing has one writer at a time: the task that bears its name. */
public final class LiveCards {

    private final Postings postings;
    private final Conversations conversations;

    LiveCards(Postings postings, Conversations conversations) {
        this.postings = postings;
        this.conversations = conversations;
    }

    /** Notes that the thing is to have a card in this room, unless it has one; the writer posts it. */
    public void reserve(String thing, Room room) {
        if (postings.of(thing).isEmpty()) {
            postings.intend(thing, room);
        }
    }

    /** Where the thing's card is, or is to be. */
    public Optional<Posting> of(String thing) {
        return postings.of(thing);
    }

    /** Makes the card show this; true when something had to be sent. A thing without a reserved place stays unseen. */
    public boolean show(String thing, Card card) {
        Optional<Posting> posting = postings.of(thing);
        String fingerprint = fingerprint(card);
        if (posting.isEmpty() || posting.get().fingerprint().equals(fingerprint)) {
            return false;
        }
        posting.get()
                .activity()
                .ifPresentOrElse(
                        activity -> edit(posting.get(), activity, card),
                        () -> post(thing, posting.get().room(), card));
        return true;
    }

    private void edit(Posting posting, String activity, Card card) {
        try {
            conversations.edit(posting.room(), activity, card);
        } catch (Problem.Refused gone) {
            // Somebody deleted the message: the thing still needs its card.
            postings.intend(posting.thing(), posting.room());
            post(posting.thing(), posting.room(), card);
            return;
        }
        postings.shown(posting.thing(), activity, fingerprint(card));
    }

    private void post(String thing, Room room, Card card) {
        String activity = conversations.post(room, card);
        postings.shown(thing, activity, fingerprint(card));
    }

    /** Whether a message stands for a thing that has its card elsewhere: a kill came between posting and noting it. */
    public boolean orphan(String thing, String activity) {
        return postings.of(thing)
                .flatMap(Posting::activity)
                .filter(known -> !known.equals(activity))
                .isPresent();
    }

    private static String fingerprint(Card card) {
        return UUID.nameUUIDFromBytes(card.json().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
