package io.slipway.alm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A check that holds a stage until people approve.
 *
 * @param id id of the approval in Azure DevOps
 * @param run the run it holds
 * @param stage name of the stage it holds
 * @param minimum how many must approve, at least 1
 * @param approvers who was asked, with what each decided
 * @param blocked ids of people who may not decide this one: the requester, where four eyes are asked for
 * @param mayDecide whether the person who read it may decide it now; false when the service read it
 * @param instructions what the gate's owner wrote for approvers, may be empty
 * @param expires when it times out, where the check tells
 */
public record Gate(
        String id,
        RunRef run,
        String stage,
        GateState state,
        int minimum,
        List<Approver> approvers,
        List<String> blocked,
        boolean mayDecide,
        String instructions,
        Instant created,
        Optional<Instant> expires) {

    public Gate {
        approvers = List.copyOf(approvers);
        blocked = List.copyOf(blocked);
    }

    /**
     * Somebody, or a group, who was asked.
     *
     * @param id Entra object id where it is a person, else the group's id in Azure DevOps
     * @param decidedBy who really decided, empty while nobody has
     * @param changed when this part changed last: when it was decided, if it was
     */
    public record Approver(
            String id,
            String name,
            GateState state,
            Optional<Decider> decidedBy,
            Optional<Instant> changed,
            String comment) {}

    /**
     * Who really decided: somebody who was asked, or one of a group that was.
     *
     * @param id Entra object id; names do not tell people apart
     */
    public record Decider(String id, String name) {}

    /** How an approval, or one approver's part of it, stands. */
    public enum GateState {
        /** Its turn has not come: approvals in sequence. */
        UNINITIATED,
        PENDING,
        /** Approved already, to take effect later. */
        DEFERRED,
        APPROVED,
        REJECTED,
        SKIPPED,
        CANCELLED,
        TIMED_OUT,
        FAILED
    }
}
