package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.azuredevops.TimelineRecord.Attempt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lays out the next attempt of a stage; what the earlier one did moves to a timeline of its own. */
final class Retry {

    private final BuildRun run;
    private final Instant now;

    Retry(BuildRun run, Instant now) {
        this.run = run;
        this.now = now;
    }

    void stage(TimelineRecord stage, boolean allJobs, boolean dependents) {
        again(stage, allJobs);
        if (dependents) {
            RunPlan.definition(run).stages().stream()
                    .filter(s -> s.dependsOn().stream().anyMatch(stage.identifier::equalsIgnoreCase))
                    .map(s -> run.stage(s.name()).orElseThrow())
                    .filter(s -> s.completed() && !run.skips(s.identifier))
                    .forEach(s -> stage(s, true, true));
        }
    }

    private void again(TimelineRecord stage, boolean allJobs) {
        String timeline = Names.id("timeline:" + run.id + "/" + stage.identifier + "/" + stage.attempt);
        List<TimelineRecord> below = run.below(stage);
        List<TimelineRecord> archive = new ArrayList<>(below);
        archive.addFirst(copy(stage));
        run.earlier.put(timeline, archive);
        stage.previousAttempts.add(new Attempt(stage.attempt, timeline, stage.id));
        stage.attempt++;
        stage.state = "pending";
        stage.result = null;
        stage.startTime = null;
        stage.finishTime = null;
        stage.touch(now);
        List<TimelineRecord> kept = allJobs ? List.of() : succeededJobs(stage);
        run.records.removeIf(r -> below.contains(r) && !kept.contains(r));
        for (TimelineRecord record : RunPlan.jobs(run, stage, RunPlan.stage(run, stage.identifier))) {
            if (kept.stream().noneMatch(k -> k.identifier.equals(record.identifier))) {
                archive.stream()
                        .filter(old -> old.identifier.equals(record.identifier))
                        .forEach(old -> link(record, old, timeline));
                run.records.add(record);
            }
        }
    }

    private static void link(TimelineRecord record, TimelineRecord old, String timeline) {
        record.previousAttempts.addAll(old.previousAttempts);
        record.previousAttempts.add(new Attempt(old.attempt, timeline, old.id));
    }

    private List<TimelineRecord> succeededJobs(TimelineRecord stage) {
        List<TimelineRecord> kept = new ArrayList<>();
        run.children(stage).stream().filter(r -> r.is("Phase") && r.succeeded()).forEach(phase -> {
            kept.add(phase);
            kept.addAll(run.below(phase));
        });
        return kept;
    }

    private static TimelineRecord copy(TimelineRecord record) {
        return Wire.STATE.treeToValue(Wire.STATE.valueToTree(record), TimelineRecord.class);
    }
}
