package io.slipway.sandbox.azuredevops;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Turns what happens into events, and events into notifications of those who subscribed. */
final class Hooks implements Happenings {

    private final Estate estate;
    private final EventBodies bodies;
    private final Deliveries deliveries;

    Hooks(Estate estate, Deliveries deliveries) {
        this.estate = estate;
        this.deliveries = deliveries;
        this.bodies = new EventBodies(estate);
    }

    @Override
    public void runChanged(BuildRun run) {
        String state = RunViews.runState(run);
        Map<String, String> facts = Map.of(
                "pipelineId", String.valueOf(run.pipeline),
                "runStateId", state,
                "runResultId", String.valueOf(run.result));
        happened(EventType.RUN, facts, () -> bodies.run(run, state));
        if (run.completed()) {
            Map<String, String> built = Map.of(
                    "definitionName", Names.pipeline(run.pipeline).orElseThrow().name(),
                    "buildStatus", String.valueOf(run.result));
            happened(EventType.BUILD, built, () -> bodies.build(run));
        }
    }

    @Override
    public void stageChanged(BuildRun run, TimelineRecord stage) {
        String state = bodies.stageState(run, stage);
        String result = bodies.stageResult(run, stage);
        Map<String, String> facts = Map.of(
                "pipelineId",
                String.valueOf(run.pipeline),
                "stageNameId",
                stage.identifier,
                "stageStateId",
                state,
                "stageResultId",
                result);
        happened(EventType.STAGE, facts, () -> bodies.stage(run, stage, state, result));
    }

    @Override
    public void jobChanged(BuildRun run, TimelineRecord job) {
        String state = job.completed() ? "completed" : "running";
        Map<String, String> facts = Map.of(
                "pipelineId",
                String.valueOf(run.pipeline),
                "jobNameId",
                job.name,
                "jobStateId",
                state,
                "jobResultId",
                String.valueOf(job.result));
        happened(EventType.JOB, facts, () -> bodies.job(run, job, state));
    }

    @Override
    public void approvalChanged(Approval approval) {
        EventType type = approval.open() ? EventType.APPROVAL_PENDING : EventType.APPROVAL_COMPLETED;
        BuildRun run = estate.run(approval.run).orElseThrow();
        Map<String, String> facts = Map.of(
                "pipelineId", String.valueOf(run.pipeline),
                "stageName", approval.stage,
                "environmentName",
                        Names.environment(approval.environment).orElseThrow().name());
        happened(type, facts, () -> bodies.approval(type, approval));
    }

    @Override
    public void pushed(Push push) {
        happened(
                EventType.PUSH,
                Map.of("repository", Names.REPOSITORY_ID, "branch", push.ref().replace("refs/heads/", "")),
                () -> bodies.push(push));
    }

    private void happened(EventType type, Map<String, String> facts, Supplier<Body> event) {
        String eventId = UUID.randomUUID().toString();
        List<Subscription> wanting = estate.subscriptions.stream()
                .filter(s -> s.publisherId.equals(type.publisher()) && s.eventType.equals(type.type()))
                .filter(s -> facts.entrySet().stream().allMatch(f -> wants(s, f.getKey(), f.getValue())))
                .toList();
        wanting.forEach(s -> deliveries.deliver(eventId, s, () -> event.get().with("id", eventId)));
    }

    private static boolean wants(Subscription subscription, String filter, String fact) {
        String wanted = subscription.publisherInputs.getOrDefault(filter, "");
        return wanted.isBlank() || wanted.toLowerCase(Locale.ROOT).equals(fact.toLowerCase(Locale.ROOT));
    }
}
