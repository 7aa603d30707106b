package io.slipway.cards;

import java.util.List;

/**
 * What can be said to Slipway: all commands, or one command with its examples.
 *
 * @param title such as {@code What you can do here}
 * @param intro a sentence under it
 * @param lines commands, or examples of one
 * @param hint a last sentence, may be empty
 */
public record HelpCard(String title, String intro, List<Line> lines, String hint) implements Face {
    public HelpCard {
        lines = List.copyOf(lines);
    }

    /**
     * Something to write and what it does.
     *
     * @param write such as {@code deploy <solution> [<version>] to <target>}
     * @param means a sentence
     */
    public record Line(String write, String means) {}

    @Override
    public String summary() {
        return title;
    }

    @Slot
    boolean none() {
        return lines.isEmpty();
    }

    @Slot
    boolean hinted() {
        return !hint.isEmpty();
    }
}
