package io.slipway.cards;

/**
 * Something did not work. Empty texts are left out.
 *
 * @param what what happened
 * @param why why it happened
 * @param next what to do now
 * @param correlation what to tell whoever reads the log
 */
public record ProblemCard(String what, String why, String next, String correlation) implements Face {
    @Override
    public String summary() {
        return what;
    }

    @Slot
    boolean explained() {
        return !why.isEmpty();
    }

    @Slot
    boolean mendable() {
        return !next.isEmpty();
    }

    @Slot
    boolean traced() {
        return !correlation.isEmpty();
    }
}
