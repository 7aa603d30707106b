package io.slipway.deploy;

import io.slipway.alm.Catalog;
import io.slipway.alm.RunRef;
import io.slipway.cards.Fields;
import io.slipway.chat.CardAction;
import io.slipway.chat.Press;
import io.slipway.ports.Reply;
import io.slipway.runs.Orphans;
import io.slipway.runs.RunCards;
import io.slipway.runs.RunName;
import io.slipway.runs.RunReader;
import io.slipway.runs.RunReader.Seen;
import java.util.Optional;

/** A button on a run's card. What it brings along names the run only; the run is read again before anything is done. */
final class RunButton implements CardAction {

    private final String verb;
    private final Does does;
    private final Catalog catalog;
    private final RunReader reader;
    private final Orphans orphans;

    RunButton(String verb, Does does, Catalog catalog, RunReader reader, Orphans orphans) {
        this.verb = verb;
        this.does = does;
        this.catalog = catalog;
        this.reader = reader;
        this.orphans = orphans;
    }

    /** What a button does to a run, before its card is shown again. */
    sealed interface Does {

        /** Only shows it again. */
        record Refresh() implements Does {}

        /** Stops it. */
        record Cancel(RunControl control) implements Does {}

        /** Reruns what failed. */
        record Again(RunControl control, Rerun rerun) implements Does {}
    }

    @Override
    public String verb() {
        return verb;
    }

    @Override
    public boolean personal() {
        return !(does instanceof Does.Refresh);
    }

    @Override
    public Reply handle(Press press) {
        Optional<RunRef> run = RunName.parse(press.value(Fields.RUN), catalog);
        if (run.isEmpty()) {
            return new Reply.Refuse("This card names no run of a project in catalog.yml. Nothing was done.");
        }
        orphans.check(press.click(), RunName.thing(run.get()));
        if (!press.click().automatic()) {
            act(press, run.get());
        }
        Seen seen = reader.read(run.get());
        return catalog.has(seen.run())
                ? new Reply.Show(seen.card())
                : new Reply.Refuse("This card names a run of a pipeline that is not in catalog.yml.");
    }

    private void act(Press press, RunRef run) {
        switch (does) {
            case Does.Refresh refresh -> {}
            case Does.Cancel cancel -> cancel.control().cancel(run, press.from(), press.key());
            case Does.Again again -> again(again, press, run);
        }
    }

    /** A press on an older attempt does nothing: the card that comes back shows the newer one. */
    private static void again(Does.Again again, Press press, RunRef ref) {
        var run = again.control().ours(ref);
        if (press.value(Fields.ATTEMPT).equals(Integer.toString(RunCards.attempt(run)))) {
            again.rerun().rerun(run, new Rerun.By(press.from(), press.room(), press.key()));
        }
    }
}
