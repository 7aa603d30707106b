package io.slipway.runs;

import io.slipway.alm.Run;
import io.slipway.jobs.Engine;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the task that follows a run. */
public final class Followers {

    private final Engine engine;
    private final Supplier<RunTask> task;

    Followers(Engine engine, Supplier<RunTask> task) {
        this.engine = engine;
        this.task = task;
    }

    /** The deployment that follows this run now. */
    public Optional<RunPlan> of(Run run) {
        return RequestKey.on(run)
                .flatMap(key -> engine.running(task.get(), key.lock()))
                .filter(plan -> plan.run().filter(run.ref()::equals).isPresent());
    }

    /** Has whoever follows this run look at it now. */
    void hasten(Run run) {
        of(run).ifPresent(plan -> engine.hasten(task.get(), plan.lock()));
    }
}
