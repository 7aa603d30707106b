package io.slipway.runs;

import io.slipway.alm.Problem;
import io.slipway.jobs.DurableTask;
import io.slipway.jobs.Next;
import io.slipway.ports.Conversations;
import io.slipway.ports.Room;
import io.slipway.runs.OrphanTask.Orphan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes away a second card of a thing, which a kill between posting and noting left behind. */
final class OrphanTask implements DurableTask<Orphan> {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanTask.class);

    private final LiveCards cards;
    private final Conversations conversations;

    OrphanTask(LiveCards cards, Conversations conversations) {
        this.cards = cards;
        this.conversations = conversations;
    }

    @Override
    public String name() {
        return "orphan";
    }

    @Override
    public Class<Orphan> stateType() {
        return Orphan.class;
    }

    @Override
    public Next<Orphan> step(String instance, Orphan orphan) {
        if (cards.orphan(orphan.thing(), orphan.activity())) {
            conversations.delete(orphan.room(), orphan.activity());
        }
        return new Next.Done<>();
    }

    @Override
    public void gaveUp(String instance, Orphan orphan, Problem problem) {
        LOG.warn(
                "thing={} activity={} a second card stays: {}",
                orphan.thing(),
                orphan.activity(),
                problem.getMessage());
    }

    /** A message that nobody knows. */
    record Orphan(String thing, Room room, String activity) {}
}
