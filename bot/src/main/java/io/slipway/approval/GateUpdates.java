package io.slipway.approval;

import io.slipway.alm.RunRef;
import io.slipway.approval.GateTask.Watch;
import io.slipway.jobs.Engine;
import io.slipway.ports.GateEvents;
import io.slipway.runs.Hints;
import java.time.Duration;
import java.util.Locale;

/** Hears that an approval opened, closed or waits, and has its card looked after. */
final class GateUpdates implements GateEvents {

    private final Engine engine;
    private final GateTask task;
    private final Hints hints;

    GateUpdates(Engine engine, GateTask task, Hints hints) {
        this.engine = engine;
        this.task = task;
        this.hints = hints;
    }

    @Override
    public void mayHaveChanged(RunRef run, String gate) {
        if (!GateName.looksRight(gate)) {
            return;
        }
        String name = gate.toLowerCase(Locale.ROOT);
        hints.hear(name);
        if (!engine.start(task, name, new Watch(run, name, Duration.ZERO)).now()) {
            engine.hasten(task, name);
        }
    }
}
