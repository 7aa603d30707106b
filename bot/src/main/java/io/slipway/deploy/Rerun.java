package io.slipway.deploy;

import io.slipway.alm.Catalog;
import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.alm.Run;
import io.slipway.alm.RunRequest;
import io.slipway.alm.Solution;
import io.slipway.alm.Target;
import io.slipway.deploy.RerunTask.Again;
import io.slipway.jobs.Engine;
import io.slipway.ports.Ledger;
import io.slipway.ports.Ledger.Entry;
import io.slipway.ports.Postings.Posting;
import io.slipway.ports.Room;
import io.slipway.runs.LiveCards;
import io.slipway.runs.RequestKey;
import io.slipway.runs.RunCards;
import io.slipway.runs.RunName;
import io.slipway.runs.RunPlan;
import io.slipway.runs.RunTask;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Reruns the failed jobs of a deployment as its next attempt, under the same name and on the same card. */
final class Rerun {

    private final Catalog catalog;
    private final Engine engine;
    private final RunTask task;
    private final RerunTask rerun;
    private final Busy busy;
    private final LiveCards cards;
    private final Ledger ledger;
    private final Clock clock;

    Rerun(
            Catalog catalog,
            Engine engine,
            RunTask task,
            RerunTask rerun,
            Busy busy,
            LiveCards cards,
            Ledger ledger,
            Clock clock) {
        this.catalog = catalog;
        this.engine = engine;
        this.task = task;
        this.rerun = rerun;
        this.busy = busy;
        this.cards = cards;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Who reruns, and where it was said.
     *
     * @param key names the act
     */
    record By(Person person, Room room, String key) {}

    /** The sentence says what came of it. */
    String rerun(Run run, By by) {
        if (!run.state().ended()) {
            return "The run is still going on: there is nothing to rerun yet.";
        }
        if (!RunCards.rerunnable(run)) {
            return "No job of this run has failed, so there is nothing to rerun. To go on, deploy again.";
        }
        RunPlan plan = plan(run, by).rerunning(run.ref(), RunCards.attempt(run));
        note(run, by);
        return engine.start(task, plan.lock(), plan)
                .running()
                .map(other -> told(other, plan))
                .orElseGet(() -> onIt(plan));
    }

    private void note(Run run, By by) {
        ledger.write(new Entry(
                clock.instant(),
                by.key(),
                by.person().id(),
                "rerun",
                "run " + run.ref().id(),
                "begun",
                RunName.of(run.ref())));
    }

    private String told(RunPlan other, RunPlan wanted) {
        if (RerunTask.windsUp(other, wanted)) {
            engine.start(rerun, wanted.request().key() + "/" + wanted.attempt(), new Again(wanted));
            return onIt(wanted);
        }
        return other.run().equals(wanted.run())
                ? "The next attempt of **" + other.title() + "** has begun already."
                : busy.tell(other);
    }

    private static String onIt(RunPlan plan) {
        return "On it: the failed jobs of **" + plan.title() + "** run again as attempt " + (plan.attempt() + 1)
                + ", on the same card.";
    }

    private RunPlan plan(Run run, By by) {
        RequestKey key = RequestKey.on(run)
                .orElseThrow(() -> new Problem.Refused("Run " + run.ref().id()
                        + " was not started from Teams: rerun it in [Azure DevOps](" + run.link() + ")."));
        Optional<Solution> solution = catalog.solution(key.solution());
        Optional<Target> target = catalog.target(key.target());
        if (solution.isEmpty() || target.isEmpty()) {
            throw new Problem.Refused("Run " + run.ref().id() + " deployed " + key.solution() + " to " + key.target()
                    + ", which catalog.yml no longer has: rerun it in [Azure DevOps](" + run.link() + ").");
        }
        RunRequest request = new RunRequest(key.toString(), solution.get(), key.version(), List.of());
        Room room = cards.of(RunName.thing(run.ref())).map(Posting::room).orElse(by.room());
        return RunPlan.begin(request, target.get(), by.person(), room, clock.instant());
    }
}
