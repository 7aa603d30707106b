package io.slipway.cards;

/** A sentence in the place of a card whose buttons have done their work. */
public record NoteCard(String text) implements Face {

    @Override
    public String summary() {
        return text;
    }
}
