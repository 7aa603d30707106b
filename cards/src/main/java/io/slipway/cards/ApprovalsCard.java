package io.slipway.cards;

import java.time.Instant;
import java.util.List;

/** The approvals that wait for one person, oldest first. */
public record ApprovalsCard(List<Waiting> waiting) implements Face {
    public ApprovalsCard {
        waiting = List.copyOf(waiting);
    }

    /**
     * An approval that waits.
     *
     * @param gate key of the approval, which the button brings back
     * @param run key of the run that it holds, which the button brings back
     * @param title such as {@code Expenses 1.4.0.13 to Production}
     * @param since when it began to wait
     * @param link where Azure DevOps shows the run
     */
    public record Waiting(String gate, String run, String title, String requestedBy, Instant since, String link) {}

    @Slot
    @Override
    public String summary() {
        return switch (waiting.size()) {
            case 0 -> "Nothing waits for you";
            case 1 -> "1 approval waits for you";
            default -> waiting.size() + " approvals wait for you";
        };
    }

    @Slot
    boolean none() {
        return waiting.isEmpty();
    }
}
