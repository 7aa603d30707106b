package io.slipway.ports;

import io.slipway.cards.Card;

/** What Slipway answers to a message or a click. */
public sealed interface Reply {

    /** Nothing to say: the work speaks later. */
    record Silence() implements Reply {}

    /** A sentence, in Markdown. */
    record Say(String text) implements Reply {}

    /** A card: for a message a new one, for a click the new face of the card that was clicked. */
    record Show(Card card) implements Reply {}

    /** The person has to sign in first; the same act is taken up afterwards. */
    record SignIn(String reason) implements Reply {
        /** What to say instead to somebody who has just signed in: asking again would go on for ever. */
        public String stillNot() {
            return "You have signed in, and it was still not accepted. Perhaps you are not known there: ask an"
                    + " administrator of the Azure DevOps organization to add you.";
        }
    }

    /** For a click: it was not done, and why; the card stays as it is. */
    record Refuse(String reason) implements Reply {}
}
