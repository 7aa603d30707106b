package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.azuredevops.Approval.Step;
import java.util.List;

/** An approval as its API and the events show it. */
final class ApprovalViews {

    private final Estate estate;

    ApprovalViews(Estate estate) {
        this.estate = estate;
    }

    /**
     * Shows an approval.
     *
     * @param steps whether the steps, and with them the pipeline, were asked for
     * @param permissions whether what the caller may do was asked for
     */
    Body approval(Approval approval, Identity caller, boolean steps, boolean permissions) {
        return new Body()
                .with("id", approval.id)
                .with("steps", steps ? steps(approval, caller, permissions) : List.of())
                .with("status", approval.open() ? "pending" : approval.status)
                .with("createdOn", Wire.time(approval.created))
                .with("lastModifiedOn", Wire.time(approval.modified))
                .with("executionOrder", approval.executionOrder)
                .with("minRequiredApprovers", approval.minimum)
                .with(
                        "blockedApprovers",
                        approval.blocked.stream().map(this::ref).toList())
                .when(!approval.instructions.isEmpty(), "instructions", () -> approval.instructions)
                .when(permissions, "permissions", () -> approval.mayDecide(caller) ? "update" : "view")
                .when(steps, "pipeline", () -> pipeline(approval))
                .with(
                        "_links",
                        new Body()
                                .with("self", Wire.href(estate.projectApi() + "/pipelines/approvals/" + approval.id)));
    }

    private List<Body> steps(Approval approval, Identity caller, boolean permissions) {
        return approval.steps.stream()
                .map(s -> step(s).when(
                                permissions,
                                "permissions",
                                () -> s.assigned.equals(caller.id()) && approval.mayDecide(caller) ? "update" : "view"))
                .toList();
    }

    private Body step(Step step) {
        return new Body()
                .with("assignedApprover", ref(step.assigned))
                .when(step.actual != null, "actualApprover", () -> ref(String.valueOf(step.actual)))
                .with("status", step.status)
                .when(step.comment != null, "comment", () -> step.comment)
                .with("lastModifiedOn", Wire.time(step.modified))
                .with("order", step.order)
                .when(step.modifiedBy != null, "lastModifiedBy", () -> ref(String.valueOf(step.modifiedBy)))
                .when(step.initiated != null, "initiatedOn", () -> Wire.time(step.initiated))
                .when(step.deferredTo != null, "deferredTo", () -> Wire.time(step.deferredTo))
                .with("history", step.history.stream().map(this::history).toList());
    }

    private Body history(Approval.History history) {
        return new Body()
                .with("assignedTo", ref(history.assignedTo()))
                .with("createdBy", ref(history.createdBy()))
                .with("createdOn", Wire.time(history.createdOn()))
                .with("comment", history.comment());
    }

    Body pipeline(Approval approval) {
        BuildRun run = estate.run(approval.run).orElseThrow();
        Names.Pipeline pipeline = Names.pipeline(run.pipeline).orElseThrow();
        return new Body()
                .with(
                        "owner",
                        new Body()
                                .with(
                                        "_links",
                                        new Body()
                                                .with("web", Wire.href(estate.webOf(run)))
                                                .with(
                                                        "self",
                                                        Wire.href(estate.projectApi() + "/build/Builds/" + run.id)))
                                .with("id", run.id)
                                .with("name", run.number))
                .with("id", String.valueOf(pipeline.id()))
                .with("name", pipeline.name());
    }

    private Body ref(String identity) {
        Identity who = estate.people.get(identity);
        return new Body()
                .with("displayName", who.name())
                .with("id", who.id())
                .with("uniqueName", who.account())
                .with("descriptor", who.descriptor());
    }
}
