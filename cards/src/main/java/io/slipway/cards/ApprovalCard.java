package io.slipway.cards;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A gate that waits for people, and what they decided. What everybody sees first is {@link View#EVERYBODY}; clients
 * then ask for the view of their person. Empty texts are left out.
 *
 * @param gate key of the approval, which the buttons bring back
 * @param run key of the run that it holds, which the buttons bring back
 * @param title such as {@code Expenses 1.4.0.13 to Production}
 * @param target such as {@code Production}
 * @param versionNow version that is in the target now, empty when the solution is not there
 * @param versionToCome version that would be there
 * @param results what the stages before have shown
 * @param decisions what was decided so far, in its order
 * @param minimum how many must approve
 * @param waitsFor names of those who were asked and have not decided
 * @param instructions what the gate's owner wrote for approvers
 * @param expires when it times out
 * @param reason why the viewer may not decide, or how it was closed
 * @param link where Azure DevOps shows the run
 * @param refreshFor Teams ids of those whose clients ask for their own view; the first 60 count
 */
public record ApprovalCard(
        String gate,
        String run,
        String title,
        String target,
        String versionNow,
        String versionToCome,
        String requestedBy,
        List<Result> results,
        List<Said> decisions,
        int minimum,
        String waitsFor,
        String instructions,
        Optional<Instant> expires,
        View view,
        String reason,
        String link,
        List<String> refreshFor)
        implements Face {

    public ApprovalCard {
        results = List.copyOf(results);
        decisions = List.copyOf(decisions);
        refreshFor = Refresh.users(refreshFor);
    }

    /** Who looks at it, or how it ended. */
    public enum View {
        /** Nobody in particular: nothing to press, and nothing that not everybody may know. */
        EVERYBODY(State.WAITING, "Waiting for approval"),
        /** Somebody who may decide. */
        APPROVER(State.WAITING, "Waiting for your decision"),
        /** Somebody who may not; {@code reason} says why. */
        ONLOOKER(State.WAITING, "Waiting for approval"),
        APPROVED(State.SUCCEEDED, "Approved"),
        REJECTED(State.REJECTED, "Rejected"),
        TIMED_OUT(State.FAILED, "Timed out: nobody decided in time"),
        /** The run went away before anybody decided. */
        CANCELLED(State.CANCELLED, "No longer needed");

        private final State state;
        private final String words;

        View(State state, String words) {
            this.state = state;
            this.words = words;
        }

        @Slot
        State state() {
            return state;
        }

        @Slot
        String words() {
            return words;
        }
    }

    /**
     * What a stage before has shown.
     *
     * @param detail such as {@code 3 min 12 s}, may be empty
     */
    public record Result(String title, State state, String detail) {
        @Slot
        String remark() {
            return detail.isEmpty() ? state.word() : state.word() + ", " + detail;
        }
    }

    /**
     * Somebody's decision.
     *
     * @param comment may be empty
     */
    public record Said(String who, boolean approved, Instant when, String comment) {
        @Slot
        State state() {
            return approved ? State.SUCCEEDED : State.REJECTED;
        }

        @Slot
        String verb() {
            return approved ? "approved" : "rejected";
        }

        @Slot
        boolean commented() {
            return !comment.isEmpty();
        }
    }

    @Override
    public String summary() {
        return title + ": " + view.words();
    }

    @Slot
    boolean open() {
        return !view.state().ended();
    }

    @Slot
    boolean mine() {
        return view == View.APPROVER;
    }

    @Slot
    boolean reasoned() {
        return !reason.isEmpty();
    }

    @Slot
    boolean several() {
        return minimum > 1;
    }

    @Slot
    String progress() {
        return decisions.stream().filter(Said::approved).count() + " of " + minimum;
    }

    @Slot
    boolean waits() {
        return open() && !waitsFor.isEmpty();
    }

    @Slot
    boolean decided() {
        return !decisions.isEmpty();
    }

    @Slot
    boolean instructed() {
        return open() && !instructions.isEmpty();
    }

    @Slot
    boolean timed() {
        return open() && expires.isPresent();
    }

    @Slot
    boolean tested() {
        return !results.isEmpty();
    }

    @Slot
    String before() {
        return versionNow.isEmpty() ? "not there" : versionNow;
    }

    @Slot
    boolean refreshes() {
        return open() && !refreshFor.isEmpty();
    }
}
