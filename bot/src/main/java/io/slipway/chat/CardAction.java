package io.slipway.chat;

import io.slipway.ports.Reply;

/** Something a card's button does. What the card carried is never trusted: ids only, read again, checked again. */
public interface CardAction {

    /** What the button says to do, such as {@code cancel}. */
    String verb();

    /** Whether it acts on the person's own token, so that they sign in first. */
    boolean personal();

    /** Does it; a card in the reply becomes the new face of the card that was clicked. */
    Reply handle(Press press);
}
