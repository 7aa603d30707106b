package io.slipway.deploy;

import io.slipway.alm.Problem;
import io.slipway.deploy.RerunTask.Again;
import io.slipway.jobs.DurableTask;
import io.slipway.jobs.Engine;
import io.slipway.jobs.Next;
import io.slipway.ports.Conversations;
import io.slipway.runs.RunPlan;
import io.slipway.runs.RunTask;
import java.time.Duration;
import java.util.Optional;

/**
 * Begins a rerun that was asked for while the failed attempt was still being wound up: its card shows the failure a moment
 * before its name is free.
 */
final class RerunTask implements DurableTask<Again> {

    private static final Duration A_MOMENT = Duration.ofMillis(500);

    private final Engine engine;
    private final RunTask task;
    private final Busy busy;
    private final Conversations conversations;

    RerunTask(Engine engine, RunTask task, Busy busy, Conversations conversations) {
        this.engine = engine;
        this.task = task;
        this.busy = busy;
        this.conversations = conversations;
    }

    /** The rerun as it is to begin. */
    record Again(RunPlan plan) {}

    @Override
    public String name() {
        return "rerun";
    }

    @Override
    public Class<Again> stateType() {
        return Again.class;
    }

    /** Whether this deployment is the one whose failed attempt is to be rerun, and has not begun to. */
    static boolean windsUp(RunPlan holder, RunPlan wanted) {
        return holder.run().equals(wanted.run()) && holder.attempt() < wanted.attempt();
    }

    @Override
    public Next<Again> step(String instance, Again again) {
        RunPlan wanted = again.plan();
        Optional<RunPlan> holder = engine.start(task, wanted.lock(), wanted).running();
        if (holder.isPresent() && windsUp(holder.get(), wanted)) {
            engine.hasten(task, wanted.lock());
            return new Next.Later<>(again, A_MOMENT);
        }
        holder.filter(other -> !other.run().equals(wanted.run()))
                .ifPresent(other -> conversations.say(wanted.room(), busy.tell(other)));
        return new Next.Done<>();
    }

    @Override
    public void gaveUp(String instance, Again again, Problem problem) {
        conversations.say(
                again.plan().room(),
                "**" + again.plan().title() + "** was not rerun. " + problem.getMessage() + " Press the button again.");
    }
}
