package io.slipway.runs;

import io.slipway.alm.Problem;
import io.slipway.alm.Run;
import io.slipway.alm.RunRef;
import io.slipway.alm.Stage;
import io.slipway.jobs.DurableTask;
import io.slipway.jobs.Next;
import io.slipway.ports.Conversations;
import io.slipway.ports.Ledger;
import io.slipway.ports.Ledger.Entry;
import io.slipway.ports.Pipelines;
import io.slipway.runs.RunPlan.Leg;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Starts a run and follows it until it ends. Its name is a lock, such as {@code expenses@test}. */
public final class RunTask implements DurableTask<RunPlan> {

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** So long after it was typed a message may be taken up again; its first run is older than its last words. */
    private static final Duration TAKEN_UP_LATE = Duration.ofHours(3);

    private final Pipelines pipelines;
    private final LiveCards cards;
    private final RunUpdates updates;
    private final Conversations conversations;
    private final Audit audit;

    RunTask(Pipelines pipelines, LiveCards cards, RunUpdates updates, Conversations conversations, Audit audit) {
        this.pipelines = pipelines;
        this.cards = cards;
        this.updates = updates;
        this.conversations = conversations;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "run";
    }

    @Override
    public Class<RunPlan> stateType() {
        return RunPlan.class;
    }

    @Override
    public Map<String, String> ids(RunPlan plan) {
        String key = plan.request().key();
        Map<String, String> ids = new HashMap<>();
        ids.put("correlation", key.substring(key.lastIndexOf('/') + 1));
        ids.put("solution", plan.request().solution().name());
        plan.run().ifPresent(run -> ids.put("run", Integer.toString(run.id())));
        return ids;
    }

    @Override
    public Next<RunPlan> step(String instance, RunPlan plan) {
        return switch (plan.leg()) {
            case START -> start(plan);
            case RETRY -> retry(plan, known(plan));
            case SHOW -> show(plan, known(plan));
            case FOLLOW -> follow(plan, known(plan));
            case FINISH -> finish(plan, known(plan));
        };
    }

    private static RunRef known(RunPlan plan) {
        return plan.run().orElseThrow(() -> new Problem.Broken("A deployment lost its run: " + plan.lock()));
    }

    private Next<RunPlan> start(RunPlan plan) {
        Run run = pipelines
                .find(plan.request(), plan.asked().minus(TAKEN_UP_LATE))
                .orElseGet(() -> queue(plan));
        audit.write(plan, "done", RunName.of(run.ref()));
        return new Next.Then<>(plan.at(Leg.SHOW, run.ref()));
    }

    private Run queue(RunPlan plan) {
        audit.write(plan, "begun", "version " + plan.request().version());
        return pipelines.queue(plan.request(), plan.person());
    }

    /** A run that is at a later attempt was rerun before a kill, or by somebody in the browser. */
    private Next<RunPlan> retry(RunPlan plan, RunRef ref) {
        Run run = pipelines.read(ref);
        Optional<Stage> failed = RunCards.failed(run);
        if (RunCards.attempt(run) == plan.attempt() && failed.isPresent()) {
            audit.write(plan, "begun", RunName.of(ref));
            pipelines.retry(ref, failed.get().name(), plan.person());
        }
        audit.write(plan, "done", RunName.of(ref));
        return new Next.Then<>(plan.at(Leg.SHOW, ref));
    }

    private Next<RunPlan> show(RunPlan plan, RunRef run) {
        cards.reserve(RunName.thing(run), plan.room());
        updates.mayHaveChanged(run);
        return new Next.Later<>(plan.at(Leg.FOLLOW, run), SHORTEST);
    }

    private Next<RunPlan> follow(RunPlan plan, RunRef ref) {
        Run run = look(ref);
        if (run.state().ended()) {
            return new Next.Then<>(plan.at(Leg.FINISH, ref));
        }
        updates.mayHaveChanged(ref);
        String look = Integer.toHexString(run.toString().hashCode());
        Duration pause = look.equals(plan.seen()) ? longer(plan.pause()) : SHORTEST;
        return new Next.Later<>(plan.waiting(pause, look), pause);
    }

    /** While Azure DevOps asks to be left alone, the card says so. */
    private Run look(RunRef ref) {
        try {
            return pipelines.read(ref);
        } catch (Problem.Unavailable busy) {
            updates.mayHaveChanged(ref);
            throw busy;
        }
    }

    private static Duration longer(Duration pause) {
        Duration grown = pause.multipliedBy(3).dividedBy(2);
        Duration least = grown.compareTo(SHORTEST) < 0 ? SHORTEST : grown;
        return least.compareTo(LONGEST) < 0 ? least : LONGEST;
    }

    /** Ends only when a look has begun after the end was seen, so that the card shows the end. */
    private Next<RunPlan> finish(RunPlan plan, RunRef run) {
        return updates.lookAfresh(run) ? new Next.Done<>() : new Next.Later<>(plan, SHORTEST);
    }

    @Override
    public void gaveUp(String instance, RunPlan plan, Problem problem) {
        if (plan.leg() == Leg.START || plan.leg() == Leg.RETRY) {
            audit.write(
                    plan,
                    problem instanceof Problem.Refused ? "refused" : "failed",
                    String.valueOf(problem.getMessage()));
        }
        conversations.say(plan.room(), plan.person().name() + ", " + told(plan, problem));
    }

    private static String told(RunPlan plan, Problem problem) {
        String trace = " (" + plan.request().key() + ")";
        String remedy = problem instanceof Problem.SignInNeeded ? " Type it again: I ask you to sign in first." : "";
        return switch (plan.leg()) {
            case START -> "**" + plan.title() + "** was not deployed. " + problem.getMessage() + remedy + trace;
            case RETRY -> "**" + plan.title() + "** was not rerun. " + problem.getMessage() + remedy + trace;
            case SHOW, FOLLOW, FINISH ->
                "I lost sight of the run of **" + plan.title() + "**. " + problem.getMessage()
                        + " It goes on in Azure DevOps without me." + trace;
        };
    }

    /** The audit lines of deployments. */
    static final class Audit {

        private final Ledger ledger;
        private final Clock clock;

        Audit(Ledger ledger, Clock clock) {
            this.ledger = ledger;
            this.clock = clock;
        }

        void write(RunPlan plan, String outcome, String detail) {
            ledger.write(new Entry(
                    clock.instant(), plan.request().key(), plan.person().id(), "deploy", plan.lock(), outcome, detail));
        }
    }
}
