package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.azuredevops.SolutionImport.ImportFailedException;
import io.slipway.sandbox.azuredevops.SolutionImport.Progress;
import io.slipway.sandbox.azuredevops.SolutionImport.Ticket;
import io.slipway.sandbox.azuredevops.TimelineRecord.Issue;
import io.slipway.sandbox.azuredevops.yaml.PipelineDefinition.StepDefinition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Works through the tasks of a job, each in its time; what asks another cloud does so outside the lock. */
final class Agent {

    private static final Duration POLL = Duration.ofSeconds(2);

    private final Estate estate;
    private final Artifacts artifacts;
    private final SolutionImport imports;
    private final Mischief mischief;
    private final Listener listener;

    Agent(Estate estate, Artifacts artifacts, SolutionImport imports, Mischief mischief, Listener listener) {
        this.estate = estate;
        this.artifacts = artifacts;
        this.imports = imports;
        this.mischief = mischief;
        this.listener = listener;
    }

    /** Who wants to know how jobs go. */
    interface Listener {

        void changed(BuildRun run, TimelineRecord job);

        void finished(BuildRun run, TimelineRecord phase);
    }

    void start(BuildRun run, TimelineRecord phase) {
        phase.begin(estate.now());
        TimelineRecord job = run.children(phase).getFirst();
        job.begin(estate.now());
        job.workerName = "Hosted Agent";
        run.records.addAll(RunPlan.tasks(run, job, RunPlan.job(run, phase).steps()));
        listener.changed(run, job);
        startNext(run, job);
    }

    /** Goes on with the task that was under way. */
    void resume(BuildRun run) {
        run.records.stream()
                .filter(r -> r.is("Task") && r.inProgress())
                .toList()
                .forEach(task -> plan(run, task));
    }

    /** Ends what is below a stage that is canceled. */
    void abandon(BuildRun run, TimelineRecord stage) {
        for (TimelineRecord record : run.below(stage)) {
            if (!record.completed()) {
                record.complete(record.inProgress() ? "canceled" : "skipped", estate.now());
            }
        }
    }

    private void startNext(BuildRun run, TimelineRecord job) {
        Optional<TimelineRecord> task =
                run.children(job).stream().filter(TimelineRecord::pending).findFirst();
        if (task.isPresent()) {
            task.get().begin(estate.now());
            job.currentOperation = task.get().name;
            plan(run, task.get());
        } else {
            end(run, job, "succeeded");
        }
        estate.save(run);
    }

    private void plan(BuildRun run, TimelineRecord task) {
        if (task.asyncOperation != null) {
            after(POLL, run, task, this::look);
        } else if ("PowerPlatformImportSolution".equals(task.taskName)) {
            after(POLL, run, task, this::beginImport);
        } else {
            Duration usual = estate.content.task();
            Duration time = usual.multipliedBy(3 + Math.floorMod(task.name.hashCode(), 4))
                    .dividedBy(4);
            after(time, run, task, t -> estate.locked(() -> work(run, t)));
        }
    }

    private void after(Duration wait, BuildRun run, TimelineRecord task, Consumer<TimelineRecord> next) {
        estate.laterUnlocked(wait, () -> {
            if (estate.locked(() -> alive(run, task))) {
                next.accept(task);
            }
        });
    }

    private static boolean alive(BuildRun run, TimelineRecord task) {
        return task.inProgress() && run.records.contains(task);
    }

    private void work(BuildRun run, TimelineRecord task) {
        Optional<List<String>> planned = mischief.failure(task);
        if (planned.isPresent()) {
            fail(run, task, planned.get());
            return;
        }
        try {
            succeed(run, task, effect(run, task));
        } catch (ImportFailedException e) {
            fail(run, task, List.of(e.getMessage()));
        }
    }

    private List<String> effect(BuildRun run, TimelineRecord task) {
        if ("PublishPipelineArtifact".equals(task.taskName)) {
            return artifacts.publish(run, step(run, task).inputs().getOrDefault("artifact", "drop"));
        }
        if ("DownloadPipelineArtifact".equals(task.taskName)) {
            artifacts.consumed(run);
            return List.of("Downloaded the artifact 'solution' of " + run.consumed);
        }
        return List.of("Done.");
    }

    private StepDefinition step(BuildRun run, TimelineRecord task) {
        TimelineRecord phase = run.parent(run.parent(task));
        return RunPlan.job(run, phase).steps().get(task.step);
    }

    private void beginImport(TimelineRecord task) {
        BuildRun run = owner(task);
        Optional<List<String>> planned = mischief.failure(task);
        if (planned.isPresent()) {
            estate.locked(() -> fail(run, task, planned.get()));
            return;
        }
        attempt(run, task, () -> {
            Ticket ticket = imports.begin(
                    step(run, task).inputs().getOrDefault("PowerPlatformSPN", ""), artifacts.consumed(run));
            estate.locked(() -> {
                task.asyncOperation = ticket.asyncOperation();
                task.importJob = ticket.importJob();
                task.percentComplete = 0;
                task.touch(estate.now());
                estate.save(run);
                after(POLL, run, task, this::look);
            });
        });
    }

    private void look(TimelineRecord task) {
        BuildRun run = owner(task);
        attempt(run, task, () -> {
            Progress progress = imports.look(
                    step(run, task).inputs().getOrDefault("PowerPlatformSPN", ""),
                    new Ticket(String.valueOf(task.asyncOperation), String.valueOf(task.importJob)));
            estate.locked(() -> seen(run, task, progress));
        });
    }

    private void seen(BuildRun run, TimelineRecord task, Progress progress) {
        if (!alive(run, task)) {
            return;
        }
        if (progress.done()) {
            succeed(run, task, List.of("Import of the solution finished."));
            return;
        }
        task.percentComplete = progress.percent();
        task.touch(estate.now());
        estate.save(run);
        after(POLL, run, task, this::look);
    }

    private void attempt(BuildRun run, TimelineRecord task, Runnable work) {
        try {
            work.run();
        } catch (ImportFailedException e) {
            estate.locked(() -> {
                if (alive(run, task)) {
                    fail(run, task, List.of(e.getMessage()));
                }
            });
        }
    }

    private BuildRun owner(TimelineRecord task) {
        return estate.locked(() -> estate.runs.values().stream()
                .filter(r -> r.records.contains(task))
                .findFirst()
                .orElseThrow());
    }

    private void succeed(BuildRun run, TimelineRecord task, List<String> lines) {
        task.percentComplete = 100;
        task.complete("succeeded", estate.now());
        keepLog(run, task, TaskLog.of(task).addAll(estate.now(), lines));
        startNext(run, run.parent(task));
    }

    private void fail(BuildRun run, TimelineRecord task, List<String> messages) {
        task.complete("failed", estate.now());
        messages.stream().limit(10).forEach(m -> task.issues.add(new Issue("error", "General", m)));
        keepLog(run, task, TaskLog.of(task).errors(estate.now(), messages));
        TimelineRecord job = run.parent(task);
        run.children(job).stream().filter(TimelineRecord::pending).forEach(r -> r.complete("skipped", estate.now()));
        end(run, job, "failed");
    }

    private void keepLog(BuildRun run, TimelineRecord task, TaskLog log) {
        int id = run.logs.size() + 1;
        run.logs.add(new BuildRun.Log(
                id,
                estate.now(),
                new ArrayList<>(log.end(estate.now(), task.name).lines())));
        task.logId = id;
    }

    private void end(BuildRun run, TimelineRecord job, String result) {
        job.complete(result, estate.now());
        TimelineRecord phase = run.parent(job);
        phase.complete(result, estate.now());
        TimelineRecord stage = run.parent(phase);
        RunPlan.job(run, phase)
                .environment()
                .flatMap(Names::environment)
                .ifPresent(e -> estate.add(new Deployment(
                        estate.deployments.size() + 1,
                        e.id(),
                        run.id,
                        stage.identifier,
                        phase.name,
                        stage.attempt,
                        run.queued,
                        phase.startTime == null ? estate.now() : phase.startTime,
                        estate.now(),
                        result)));
        listener.changed(run, job);
        listener.finished(run, phase);
    }
}
