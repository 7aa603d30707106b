package io.slipway.runs;

import io.slipway.alm.RunRef;
import io.slipway.jobs.Engine;
import io.slipway.ports.RunEvents;
import io.slipway.runs.RefreshTask.Look;

/** Hears that a run may have changed and has its card looked after. */
public final class RunUpdates implements RunEvents {

    private final Engine engine;
    private final RefreshTask refresh;
    private final LiveCards cards;
    private final Hints hints;

    RunUpdates(Engine engine, RefreshTask refresh, LiveCards cards, Hints hints) {
        this.engine = engine;
        this.refresh = refresh;
        this.cards = cards;
        this.hints = hints;
    }

    @Override
    public void mayHaveChanged(RunRef run) {
        if (cards.of(RunName.thing(run)).isPresent()) {
            lookAfresh(run);
        }
    }

    /** True when the look begins after this call, and not before. */
    boolean lookAfresh(RunRef run) {
        String name = RunName.of(run);
        hints.hear(name);
        return engine.start(refresh, name, new Look(run)).now();
    }
}
