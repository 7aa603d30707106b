package io.slipway.deploy;

import io.slipway.alm.Catalog;
import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.alm.Run;
import io.slipway.alm.RunRef;
import io.slipway.alm.RunState;
import io.slipway.ports.Ledger;
import io.slipway.ports.Ledger.Entry;
import io.slipway.ports.Pipelines;
import io.slipway.ports.RunEvents;
import io.slipway.runs.RunCards;
import io.slipway.runs.RunName;
import java.time.Clock;

/** Stops a run, on the token of whoever asks. */
final class RunControl {

    private final Catalog catalog;
    private final Pipelines pipelines;
    private final RunCards cards;
    private final RunEvents updates;
    private final Ledger ledger;
    private final Clock clock;

    RunControl(Catalog catalog, Pipelines pipelines, RunCards cards, RunEvents updates, Ledger ledger, Clock clock) {
        this.catalog = catalog;
        this.pipelines = pipelines;
        this.cards = cards;
        this.updates = updates;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The run, if it is one of a pipeline that Slipway looks after. */
    Run ours(RunRef ref) {
        Run run = pipelines.read(ref);
        if (!catalog.has(run)) {
            throw new Problem.Refused("Run " + ref.id() + " belongs to the pipeline " + run.pipeline()
                    + ", which is none of catalog.yml: act on it in Azure DevOps.");
        }
        return run;
    }

    /** Asks for the end of the run; the sentence says what came of it. */
    String cancel(RunRef ref, Person person, String key) {
        Run run = ours(ref);
        if (run.state().ended()) {
            return "**" + cards.title(run) + "** has ended already: there is nothing to cancel.";
        }
        if (run.state() == RunState.CANCELLING) {
            return "**" + cards.title(run) + "** is being cancelled already.";
        }
        stop(run, person, key);
        updates.mayHaveChanged(ref);
        return "Azure DevOps was asked to stop **" + cards.title(run) + "**. Its card says when it has stopped.";
    }

    private void stop(Run run, Person person, String key) {
        note(run, person, key, "begun");
        try {
            pipelines.cancel(run.ref(), person);
        } catch (Problem problem) {
            note(run, person, key, problem instanceof Problem.Refused ? "refused" : "failed");
            throw problem;
        }
        note(run, person, key, "done");
    }

    private void note(Run run, Person person, String key, String outcome) {
        ledger.write(new Entry(
                clock.instant(), key, person.id(), "cancel", "run " + run.ref().id(), outcome, RunName.of(run.ref())));
    }
}
