package io.slipway.cards;

import java.util.List;

/**
 * A deployment on its way, edited in place until it ends. Empty texts are left out.
 *
 * @param run key of the run, which the buttons bring back
 * @param title such as {@code Expenses 1.4.0.13 to Production}
 * @param note one more sentence, such as that Azure DevOps is busy and we wait for it
 * @param attempt 1 for the first, one more for each rerun
 * @param from where it was asked for, such as {@code General}
 * @param waitsFor names of those who can let it go on
 * @param elapsed how long it has been running or took, such as {@code 3 min 12 s}, see {@link Elapsed}
 * @param failedTask name of the step that failed
 * @param errorLine the first error line it printed
 * @param link where Azure DevOps shows the run
 * @param mayCancel whether a Cancel button makes sense
 * @param mayRerun whether something failed that can be rerun
 * @param refreshFor Teams ids of those whose clients ask for their own view; the first 60 count
 */
public record RunCard(
        String run,
        String title,
        State state,
        String note,
        int attempt,
        List<Step> stages,
        String requestedBy,
        String from,
        String waitsFor,
        String elapsed,
        String failedTask,
        String errorLine,
        String link,
        boolean mayCancel,
        boolean mayRerun,
        List<String> refreshFor)
        implements Face {

    public RunCard {
        stages = List.copyOf(stages);
        refreshFor = Refresh.users(refreshFor);
    }

    /**
     * One stage of the run.
     *
     * @param duration how long it has been running or took, may be empty
     * @param percent progress of the import it is in, 0 to 100, or -1 where it is not known
     */
    public record Step(String title, State state, String duration, int percent) {
        @Slot
        boolean measured() {
            return percent >= 0 && !state.ended();
        }

        /** For clients that cannot draw a bar. */
        @Slot
        String bar() {
            int tenths = Math.clamp(percent, 0, 100) / 10;
            return "▰".repeat(tenths) + "▱".repeat(10 - tenths) + " " + percent + " %";
        }

        @Slot
        String remark() {
            return duration.isEmpty() ? state.word() : state.word() + ", " + duration;
        }
    }

    @Override
    public String summary() {
        return waits() ? title + ": waiting for " + waitsFor : title + ": " + state.word();
    }

    @Slot
    boolean noted() {
        return !note.isEmpty();
    }

    @Slot
    boolean waits() {
        return !waitsFor.isEmpty();
    }

    @Slot
    boolean placed() {
        return !from.isEmpty();
    }

    @Slot
    boolean timed() {
        return !elapsed.isEmpty();
    }

    @Slot
    boolean again() {
        return attempt > 1;
    }

    @Slot
    boolean unstaged() {
        return stages.isEmpty();
    }

    @Slot
    boolean broke() {
        return !errorLine.isEmpty() || !failedTask.isEmpty();
    }

    @Slot
    String failure() {
        return failedTask.isEmpty() ? "First error" : "First error, in " + failedTask;
    }

    @Slot
    boolean refreshes() {
        return !refreshFor.isEmpty();
    }
}
