package io.slipway.sandbox.azuredevops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A check that holds a stage until people decide. It is changed under the lock of the {@link Estate} only. */
final class Approval {

    String id = "";
    int run;
    String stage = "";
    int environment;
    int check;
    int attempt = 1;
    String status = "pending";
    Instant created = Instant.EPOCH;
    Instant modified = Instant.EPOCH;
    Instant expires = Instant.EPOCH;
    String instructions = "";
    String executionOrder = "anyOrder";
    int minimum;
    List<String> blocked = new ArrayList<>();
    List<Step> steps = new ArrayList<>();

    /** What one of the approvers was asked and said. */
    static final class Step {
        String assigned = "";

        @Nullable
        String actual;

        String status = "pending";

        @Nullable
        String comment;

        int order;

        @Nullable
        Instant initiated;

        Instant modified = Instant.EPOCH;

        @Nullable
        String modifiedBy;

        @Nullable
        Instant deferredTo;

        List<History> history = new ArrayList<>();
    }

    /** A reassignment. */
    record History(String assignedTo, String createdBy, Instant createdOn, String comment) {}

    boolean open() {
        return status.equals("pending") || status.equals("deferred");
    }

    /** How many approvals are needed: none said means all. */
    int needed() {
        return minimum <= 0 ? steps.size() : Math.min(minimum, steps.size());
    }

    long approvals() {
        return steps.stream().filter(s -> s.status.equals("approved")).count();
    }

    Optional<Step> step(Identity who) {
        return steps.stream().filter(s -> s.assigned.equals(who.id())).findFirst();
    }

    /** Whether this person may decide now. */
    boolean mayDecide(Identity who) {
        return open()
                && !blocked.contains(who.id())
                && step(who).filter(s -> s.status.equals("pending")).isPresent();
    }
}
