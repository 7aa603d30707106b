package io.slipway.runs;

import io.slipway.jobs.Engine;
import io.slipway.ports.Click;
import io.slipway.runs.OrphanTask.Orphan;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Recognises a card that nobody knows when a client refreshes it. */
public final class Orphans {

    private final Engine engine;
    private final OrphanTask task;
    private final LiveCards cards;

    Orphans(Engine engine, OrphanTask task, LiveCards cards) {
        this.engine = engine;
        this.task = task;
        this.cards = cards;
    }

    /** Has the clicked card taken away, later, if the thing has its card elsewhere. */
    public void check(Click click, String thing) {
        if (!click.card().isEmpty() && cards.orphan(thing, click.card())) {
            String name = click.room().conversation() + "/" + click.card();
            engine.start(
                    task,
                    UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                            .toString(),
                    new Orphan(thing, click.room(), click.card()));
        }
    }
}
