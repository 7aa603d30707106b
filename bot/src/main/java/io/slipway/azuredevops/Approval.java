package io.slipway.azuredevops;

import io.slipway.alm.Gate.GateState;
import io.slipway.alm.RunRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An approval as Azure DevOps shows it; which run it holds stands in its pipeline's owner, outside its specification. */
record Approval(
        String id,
        @Nullable List<Step> steps,
        @Nullable String status,
        @Nullable Instant createdOn,
        @Nullable String instructions,
        @Nullable Integer minRequiredApprovers,
        @Nullable List<IdentityRef> blockedApprovers,
        @Nullable String permissions,
        @Nullable JsonNode pipeline) {

    record Page(@Nullable List<Approval> value) {
        List<Approval> approvals() {
            return value == null ? List.of() : value;
        }
    }

    /** The part of one approver. */
    record Step(
            @Nullable IdentityRef assignedApprover,
            @Nullable IdentityRef actualApprover,
            @Nullable String status,
            @Nullable Instant lastModifiedOn,
            @Nullable String comment) {

        String words() {
            return comment == null ? "" : comment;
        }
    }

    List<Step> asked() {
        return steps == null ? List.of() : steps;
    }

    List<IdentityRef> blocked() {
        return blockedApprovers == null ? List.of() : blockedApprovers;
    }

    /** How many have to approve; where nothing is said, everybody who was asked. */
    int minimum() {
        int said = minRequiredApprovers == null ? 0 : minRequiredApprovers;
        return Math.max(1, said == 0 ? asked().size() : said);
    }

    Optional<Integer> run() {
        return Optional.ofNullable(pipeline)
                .map(node -> node.path("owner").path("id").asInt(0))
                .filter(id -> id > 0);
    }

    boolean holds(RunRef ref) {
        return run().filter(id -> id == ref.id()).isPresent();
    }

    /** Whether whoever read it may decide it now. */
    boolean decidable() {
        return state(status) == GateState.PENDING && permissions != null && permissions.contains("update");
    }

    static GateState state(@Nullable String status) {
        return switch (status == null ? "" : status) {
            case "uninitiated" -> GateState.UNINITIATED;
            case "approved", "completed" -> GateState.APPROVED;
            case "rejected" -> GateState.REJECTED;
            case "skipped" -> GateState.SKIPPED;
            case "canceled" -> GateState.CANCELLED;
            case "timedOut" -> GateState.TIMED_OUT;
            case "deferred" -> GateState.DEFERRED;
            case "failed" -> GateState.FAILED;
            default -> GateState.PENDING;
        };
    }
}
