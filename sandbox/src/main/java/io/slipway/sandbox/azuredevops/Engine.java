package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.azuredevops.yaml.PipelineDefinition.StageDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Moves runs forward, stage by stage, by the world's clock. Methods that take a run are called under the lock. */
final class Engine {

    private static final Duration QUEUE = Duration.ofSeconds(1);

    private final Estate estate;
    private final Gatekeeper gates;
    private final Agent agent;
    private final Happenings happenings;

    Engine(Estate estate, Artifacts artifacts, SolutionImport imports, Mischief mischief, Happenings happenings) {
        this.estate = estate;
        this.happenings = happenings;
        this.gates = new Gatekeeper(estate, happenings, this::decided);
        this.agent = new Agent(estate, artifacts, imports, mischief, new Agent.Listener() {
            @Override
            public void changed(BuildRun run, TimelineRecord job) {
                happenings.jobChanged(run, job);
            }

            @Override
            public void finished(BuildRun run, TimelineRecord phase) {
                next(run, run.parent(phase));
            }
        });
    }

    Gatekeeper gates() {
        return gates;
    }

    /** Begins with a run that was just queued. */
    void queued(BuildRun run) {
        save(run);
        estate.later(QUEUE, () -> begin(run));
    }

    /** Goes on with what was under way when the sandbox ended. */
    void resume() {
        estate.locked(() -> {
            for (BuildRun run : List.copyOf(estate.runs.values())) {
                switch (run.status) {
                    case "notStarted" -> queued(run);
                    case "cancelling" -> finishCancelling(run);
                    case "inProgress" -> agent.resume(run);
                    default -> {
                        // completed: nothing goes on
                    }
                }
            }
            gates.resume();
        });
    }

    void cancel(BuildRun run, Identity who) {
        if (run.completed() || run.status.equals("cancelling")) {
            return;
        }
        run.status = "cancelling";
        run.changedBy = who.id();
        happenings.runChanged(run);
        save(run);
        estate.later(QUEUE, () -> finishCancelling(run));
    }

    void cancelStage(BuildRun run, TimelineRecord stage) {
        if (!stage.completed()) {
            abandon(run, stage);
            advance(run);
        }
    }

    /** Tries a stage again, and lets the stages that were skipped because of it wait for it. */
    void retry(BuildRun run, TimelineRecord stage, boolean allJobs, boolean dependents) {
        new Retry(run, estate.now()).stage(stage, allJobs, dependents);
        run.status = "inProgress";
        run.result = null;
        run.finished = null;
        happenings.runChanged(run);
        happenings.stageChanged(run, stage);
        advance(run);
    }

    private void begin(BuildRun run) {
        if (!run.status.equals("notStarted")) {
            return;
        }
        run.status = "inProgress";
        run.started = estate.now();
        happenings.runChanged(run);
        advance(run);
    }

    private void advance(BuildRun run) {
        if (run.status.equals("inProgress")) {
            boolean moved = true;
            while (moved) {
                moved = false;
                for (TimelineRecord stage : run.stages().toList()) {
                    moved |= moves(run, stage);
                }
            }
            if (run.stages().allMatch(TimelineRecord::completed)) {
                complete(run, result(run));
            }
        }
        save(run);
    }

    private boolean moves(BuildRun run, TimelineRecord stage) {
        if (!stage.pending() || gates.holds(run, stage)) {
            return false;
        }
        if (run.skips(stage.identifier)) {
            skip(run, stage);
            return true;
        }
        Optional<Boolean> ready = ready(run, RunPlan.stage(run, stage.identifier));
        ready.ifPresent(go -> {
            if (!go) {
                skip(run, stage);
            } else if (!gates.hold(run, stage)) {
                start(run, stage);
            }
        });
        return ready.isPresent();
    }

    /** Empty while a stage that it depends on is not at its end; true when all went well. */
    private static Optional<Boolean> ready(BuildRun run, StageDefinition stage) {
        List<TimelineRecord> before = stage.dependsOn().stream()
                .map(name -> run.stage(name).orElseThrow())
                .toList();
        if (!before.stream().allMatch(TimelineRecord::completed)) {
            return Optional.empty();
        }
        return Optional.of(before.stream().allMatch(s -> s.succeeded() || run.skips(s.identifier)));
    }

    private void skip(BuildRun run, TimelineRecord stage) {
        run.below(stage).forEach(r -> r.complete("skipped", estate.now()));
        stage.complete("skipped", estate.now());
        happenings.stageChanged(run, stage);
    }

    private void start(BuildRun run, TimelineRecord stage) {
        stage.begin(estate.now());
        happenings.stageChanged(run, stage);
        next(run, stage);
    }

    /** Starts the next job of a stage, or ends the stage. */
    private void next(BuildRun run, TimelineRecord stage) {
        List<TimelineRecord> phases =
                run.children(stage).stream().filter(r -> r.is("Phase")).toList();
        boolean failed = phases.stream().anyMatch(p -> p.completed() && !p.succeeded());
        Optional<TimelineRecord> phase =
                phases.stream().filter(TimelineRecord::pending).findFirst();
        if (phase.isPresent() && !failed) {
            agent.start(run, phase.get());
            save(run);
            return;
        }
        phases.stream().filter(TimelineRecord::pending).forEach(p -> {
            run.below(p).forEach(r -> r.complete("skipped", estate.now()));
            p.complete("skipped", estate.now());
        });
        stage.complete(failed ? "failed" : "succeeded", estate.now());
        happenings.stageChanged(run, stage);
        advance(run);
    }

    private void decided(Approval approval) {
        BuildRun run = estate.run(approval.run).orElseThrow();
        TimelineRecord stage = run.stage(approval.stage).orElseThrow();
        if (!stage.pending() || !run.status.equals("inProgress")) {
            return;
        }
        if (approval.status.equals("approved")) {
            start(run, stage);
            save(run);
        } else {
            run.below(stage).stream().filter(r -> !r.completed()).forEach(r -> r.complete("skipped", estate.now()));
            stage.complete("failed", estate.now());
            happenings.stageChanged(run, stage);
            advance(run);
        }
    }

    private void finishCancelling(BuildRun run) {
        if (run.status.equals("cancelling")) {
            run.stages().filter(s -> !s.completed()).forEach(stage -> abandon(run, stage));
            complete(run, "canceled");
            save(run);
        }
    }

    private void abandon(BuildRun run, TimelineRecord stage) {
        gates.cancel(run, stage);
        agent.abandon(run, stage);
        stage.complete(stage.startTime == null ? "skipped" : "canceled", estate.now());
        happenings.stageChanged(run, stage);
    }

    private static String result(BuildRun run) {
        if (run.stages().anyMatch(s -> "failed".equals(s.result))) {
            return "failed";
        }
        return run.stages().anyMatch(s -> "canceled".equals(s.result)) ? "canceled" : "succeeded";
    }

    private void complete(BuildRun run, String result) {
        run.status = "completed";
        run.result = result;
        run.finished = estate.now();
        if (run.started == null) {
            run.started = run.finished;
        }
        happenings.runChanged(run);
    }

    private void save(BuildRun run) {
        run.changed = estate.now();
        estate.save(run);
    }
}
