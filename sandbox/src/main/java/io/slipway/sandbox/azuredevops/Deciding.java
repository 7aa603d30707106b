package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.azuredevops.Approval.History;
import io.slipway.sandbox.azuredevops.Approval.Step;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The rules of deciding: who may, when, and what it changes. */
final class Deciding {

    private static final String PACKAGE = "Microsoft.Azure.Pipelines.Approval.WebApi.";

    private final Estate estate;
    private final Gatekeeper gates;

    Deciding(Estate estate, Gatekeeper gates) {
        this.estate = estate;
        this.gates = gates;
    }

    Approval find(String id) {
        Approval approval = estate.approvals.get(id.toLowerCase(Locale.ROOT));
        if (approval == null) {
            throw new Refusal(
                    404, PACKAGE + "ApprovalNotFoundException", "Approval with ID '" + id + "' does not exist.");
        }
        return approval;
    }

    /** Checks everything; what is returned then makes the change. */
    Runnable prepare(Approval approval, JsonNode update, Identity caller) {
        Step step = stepOf(approval, caller);
        String comment = Wire.text(update, "comment");
        if (update.path("reassignTo").isObject()) {
            Identity next = estate.people
                    .find(Wire.text(update.path("reassignTo"), "id"))
                    .orElseThrow(() -> Refusal.badRequest("The identity in 'reassignTo' could not be found."));
            return () -> reassign(approval, step, next, caller, comment);
        }
        String status = Wire.text(update, "status").toLowerCase(Locale.ROOT);
        if (update.path("deferredTo").isString() && status.equals("approved")) {
            Instant until = time(update.path("deferredTo").stringValue());
            return () -> defer(approval, step, until, caller, comment);
        }
        return switch (status) {
            case "approved", "rejected" -> () -> decide(approval, step, status, caller, comment);
            default ->
                throw new Refusal(
                        400,
                        PACKAGE + "InvalidApprovalUpdateException",
                        "The status '" + status + "' is not valid: an approval can be approved or rejected.");
        };
    }

    private Step stepOf(Approval approval, Identity caller) {
        if (!approval.open()) {
            throw completed(approval);
        }
        Step step = approval.step(caller).orElseThrow(() -> unauthorized(approval, caller, "is not an approver"));
        if (approval.blocked.contains(caller.id())) {
            throw unauthorized(approval, caller, "is blocked from approving a run that they requested");
        }
        return switch (step.status) {
            case "pending", "deferred" -> step;
            case "uninitiated" -> throw unauthorized(approval, caller, "is asked only after the approvers before");
            default -> throw completed(approval);
        };
    }

    private static Refusal completed(Approval approval) {
        return new Refusal(
                400,
                PACKAGE + "ApprovalAlreadyCompletedException",
                "The approval with ID '" + approval.id + "' has already been completed with the status '"
                        + approval.status + "' and cannot be updated.");
    }

    private static Refusal unauthorized(Approval approval, Identity caller, String why) {
        return new Refusal(
                403,
                PACKAGE + "ApprovalUnauthorizedException",
                "User '" + caller.name() + "' is not authorized to update the approval with ID '" + approval.id
                        + "': the user " + why + ".");
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.badRequest("The value '" + text + "' is not a valid time for 'deferredTo'.");
        }
    }

    private void decide(Approval approval, Step step, String status, Identity caller, String comment) {
        touch(step, caller, comment);
        step.actual = caller.id();
        step.status = status;
        step.deferredTo = null;
        gates.settle(approval);
    }

    private void defer(Approval approval, Step step, Instant until, Identity caller, String comment) {
        touch(step, caller, comment);
        step.actual = caller.id();
        step.status = "deferred";
        step.deferredTo = until;
        approval.modified = estate.now();
        gates.planDeferred(approval, step);
        estate.saveApprovals();
    }

    private void reassign(Approval approval, Step step, Identity next, Identity caller, String comment) {
        step.history.add(new History(step.assigned, caller.id(), estate.now(), comment));
        touch(step, caller, comment);
        step.assigned = next.id();
        approval.modified = estate.now();
        estate.saveApprovals();
    }

    private void touch(Step step, Identity caller, String comment) {
        step.comment = comment;
        step.modified = estate.now();
        step.modifiedBy = caller.id();
    }
}
