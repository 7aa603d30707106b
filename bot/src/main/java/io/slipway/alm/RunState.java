package io.slipway.alm;

/** How a run, or one stage of it, stands. */
public enum RunState {
    /** Not begun yet. */
    PENDING,
    RUNNING,
    /** A check holds it: usually somebody has to approve. */
    WAITING,
    CANCELLING,
    SUCCEEDED,
    /** It went through, but something in it complained. */
    PARTLY,
    FAILED,
    /** Refused at a gate, or the gate timed out. */
    REJECTED,
    CANCELLED,
    SKIPPED;

    /** Nothing will change any more, unless somebody reruns it. */
    public boolean ended() {
        return switch (this) {
            case PENDING, RUNNING, WAITING, CANCELLING -> false;
            case SUCCEEDED, PARTLY, FAILED, REJECTED, CANCELLED, SKIPPED -> true;
        };
    }
}
