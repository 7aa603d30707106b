package io.slipway.cards;

import java.util.List;

/**
 * Something was not understood, and this was probably meant.
 *
 * @param problem such as {@code There is no solution called Expences.}
 * @param suggestions the nearest first, at most three are shown
 */
public record SuggestionCard(String problem, List<Suggestion> suggestions) implements Face {
    private static final int MOST = 3;

    public SuggestionCard {
        suggestions = suggestions.stream().limit(MOST).toList();
    }

    /**
     * What may have been meant.
     *
     * @param name what the button says, such as {@code Expenses}
     * @param command what pressing it does, such as {@code deploy Expenses to prod}
     */
    public record Suggestion(String name, String command) {}

    @Override
    public String summary() {
        return none() ? problem : problem + " " + question();
    }

    @Slot
    String question() {
        return suggestions.size() == 1
                ? "Did you mean " + suggestions.getFirst().name() + "?"
                : "Did you mean one of these?";
    }

    @Slot
    boolean none() {
        return suggestions.isEmpty();
    }

    @Slot
    boolean some() {
        return !none();
    }
}
