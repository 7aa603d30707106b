package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.azuredevops.Approval.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Holds stages that go to an environment with an approval check, and lets them go once it is decided. */
final class Gatekeeper {

    private final Estate estate;
    private final Happenings happenings;
    private final Consumer<Approval> decided;

    Gatekeeper(Estate estate, Happenings happenings, Consumer<Approval> decided) {
        this.estate = estate;
        this.happenings = happenings;
        this.decided = decided;
    }

    /** Whether an approval is open for this attempt of the stage. */
    boolean holds(BuildRun run, TimelineRecord stage) {
        return openFor(run, stage).findAny().isPresent();
    }

    /** Asks the approvers of the stage's environments; false when nobody needs to be asked. */
    boolean hold(BuildRun run, TimelineRecord stage) {
        List<Check> checks = RunPlan.stage(run, stage.identifier).jobs().stream()
                .flatMap(job -> job.environment().stream())
                .flatMap(name -> Names.environment(name).stream())
                .distinct()
                .flatMap(e -> estate.checks.stream().filter(c -> c.environment == e.id()))
                .toList();
        if (checks.isEmpty()) {
            return false;
        }
        TimelineRecord checkpoint =
                RunPlan.record(run, "Checkpoint", "Checkpoint", stage.identifier + ".Checkpoint", stage.attempt);
        checkpoint.parentId = stage.id;
        checkpoint.begin(estate.now());
        run.records.add(checkpoint);
        checks.forEach(check -> ask(run, stage, check, checkpoint));
        estate.saveApprovals();
        happenings.stageChanged(run, stage);
        openFor(run, stage).forEach(happenings::approvalChanged);
        return true;
    }

    private void ask(BuildRun run, TimelineRecord stage, Check check, TimelineRecord checkpoint) {
        Approval approval = approval(run, stage, check);
        estate.approvals.put(approval.id, approval);
        TimelineRecord record =
                RunPlan.record(run, "Checkpoint.Approval", "Approval", stage.identifier + ".Approval", stage.attempt);
        record.id = approval.id;
        record.parentId = checkpoint.id;
        record.begin(estate.now());
        run.records.add(record);
        planExpiry(approval);
    }

    private Approval approval(BuildRun run, TimelineRecord stage, Check check) {
        Instant now = estate.now();
        Approval approval = new Approval();
        approval.id = UUID.randomUUID().toString();
        approval.run = run.id;
        approval.stage = stage.identifier;
        approval.environment = check.environment;
        approval.check = check.id;
        approval.attempt = stage.attempt;
        approval.created = now;
        approval.modified = now;
        approval.expires = now.plus(Duration.ofMinutes(check.timeoutMinutes));
        approval.instructions = check.instructions;
        approval.executionOrder = check.executionOrder;
        approval.minimum = check.minimum;
        approval.blocked.addAll(check.blocked);
        if (check.requesterCannotApprove && !approval.blocked.contains(run.requestedFor)) {
            approval.blocked.add(run.requestedFor);
        }
        addSteps(approval, check);
        return approval;
    }

    private static void addSteps(Approval approval, Check check) {
        boolean inSequence = check.executionOrder.equals("inSequence");
        for (String approver : check.approvers) {
            Step step = new Step();
            step.assigned = approver;
            step.order = approval.steps.size() + 1;
            step.status = inSequence && step.order > 1 ? "uninitiated" : "pending";
            step.initiated = step.status.equals("pending") ? approval.created : null;
            step.modified = approval.created;
            approval.steps.add(step);
        }
    }

    /** Ends an open approval as timed out; the same happens by the clock. */
    void expire(Approval approval) {
        if (approval.open()) {
            close(approval, "timedOut");
        }
    }

    /** Ends the open approvals of a stage that will not run. */
    void cancel(BuildRun run, TimelineRecord stage) {
        openFor(run, stage).toList().forEach(approval -> {
            end(approval, "canceled");
            happenings.approvalChanged(approval);
        });
        estate.saveApprovals();
    }

    /** Goes on after somebody has decided: the approval ends when it can. */
    void settle(Approval approval) {
        approval.modified = estate.now();
        if (approval.steps.stream().anyMatch(s -> s.status.equals("rejected"))) {
            close(approval, "rejected");
        } else if (approval.approvals() >= approval.needed()) {
            close(approval, "approved");
        } else {
            initiateNext(approval);
            estate.saveApprovals();
        }
    }

    void planDeferred(Approval approval, Step step) {
        estate.later(Duration.between(estate.now(), step.deferredTo), () -> {
            if (approval.open() && step.status.equals("deferred")) {
                step.status = "approved";
                settle(approval);
            }
        });
    }

    void resume() {
        estate.approvals.values().stream().filter(Approval::open).forEach(approval -> {
            planExpiry(approval);
            approval.steps.stream().filter(s -> s.status.equals("deferred")).forEach(s -> planDeferred(approval, s));
        });
    }

    private void planExpiry(Approval approval) {
        estate.later(Duration.between(estate.now(), approval.expires), () -> expire(approval));
    }

    private void initiateNext(Approval approval) {
        boolean waiting =
                approval.steps.stream().anyMatch(s -> s.status.equals("pending") || s.status.equals("deferred"));
        if (!waiting) {
            approval.steps.stream()
                    .filter(s -> s.status.equals("uninitiated"))
                    .findFirst()
                    .ifPresent(s -> {
                        s.status = "pending";
                        s.initiated = estate.now();
                    });
        }
    }

    private void close(Approval approval, String status) {
        end(approval, status);
        estate.saveApprovals();
        happenings.approvalChanged(approval);
        BuildRun run = estate.run(approval.run).orElseThrow();
        TimelineRecord stage = run.stage(approval.stage).orElseThrow();
        boolean failed = !status.equals("approved");
        if (failed) {
            openFor(run, stage).toList().forEach(other -> end(other, "canceled"));
        }
        if (openFor(run, stage).findAny().isEmpty()) {
            run.records.stream()
                    .filter(r -> r.is("Checkpoint") && stage.id.equals(r.parentId))
                    .forEach(r -> r.complete(failed ? "failed" : "succeeded", estate.now()));
            decided.accept(approval);
        }
        estate.save(run);
    }

    private void end(Approval approval, String status) {
        approval.status = status;
        approval.modified = estate.now();
        String open = status.equals("timedOut") || status.equals("canceled") ? status : "skipped";
        approval.steps.stream()
                .filter(s -> List.of("pending", "uninitiated", "deferred").contains(s.status))
                .forEach(s -> s.status = open);
        estate.run(approval.run)
                .flatMap(run -> run.record(approval.id))
                .ifPresent(r -> r.complete(
                        status.equals("approved") ? "succeeded" : status.equals("canceled") ? "canceled" : "failed",
                        estate.now()));
    }

    private Stream<Approval> openFor(BuildRun run, TimelineRecord stage) {
        return estate.approvals.values().stream()
                .filter(a ->
                        a.open() && a.run == run.id && a.stage.equals(stage.identifier) && a.attempt == stage.attempt);
    }
}
