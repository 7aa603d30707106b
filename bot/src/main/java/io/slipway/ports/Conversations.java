package io.slipway.ports;

import io.slipway.alm.Person;
import io.slipway.cards.Card;
import java.util.List;

/** Out: what Slipway says by itself in Teams. */
public interface Conversations {

    /** Posts a card and returns its activity id. Not idempotent: Teams has no key for it. */
    String post(Room room, Card card);

    /** Replaces a card in place. Refused when the message is gone. */
    void edit(Room room, String activity, Card card);

    /** Takes a message away; one that is gone already is fine. */
    void delete(Room room, String activity);

    /** Says a sentence in Markdown. */
    void say(Room room, String text);

    /** The people of the conversation, at most 500. */
    List<Person> members(Room room);
}
