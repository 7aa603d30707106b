package io.slipway.approval;

import io.slipway.alm.Gate.GateState;
import io.slipway.alm.Problem;
import io.slipway.alm.RunRef;
import io.slipway.approval.GateReader.Held;
import io.slipway.approval.GateTask.Watch;
import io.slipway.jobs.DurableTask;
import io.slipway.jobs.Next;
import io.slipway.ports.Room;
import io.slipway.runs.Hints;
import io.slipway.runs.LiveCards;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows an approval on one card until it closes; the only writer of that card. Its name is the approval's id. */
final class GateTask implements DurableTask<Watch> {

    private static final Logger LOG = LoggerFactory.getLogger(GateTask.class);
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final GateReader reader;
    private final GateCards drawing;
    private final GatePlaces places;
    private final LiveCards cards;
    private final Hints hints;

    GateTask(GateReader reader, GateCards drawing, GatePlaces places, LiveCards cards, Hints hints) {
        this.reader = reader;
        this.drawing = drawing;
        this.places = places;
        this.cards = cards;
        this.hints = hints;
    }

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public Class<Watch> stateType() {
        return Watch.class;
    }

    @Override
    public Map<String, String> ids(Watch watch) {
        return Map.of("run", Integer.toString(watch.run().id()));
    }

    @Override
    public Next<Watch> step(String instance, Watch watch) {
        long heard = hints.count(instance);
        GateName name = new GateName(watch.run(), watch.gate());
        Held held = reader.read(name);
        boolean waits = held.gate().state() == GateState.PENDING || held.gate().state() == GateState.UNINITIATED;
        boolean sent = show(held, name, waits);
        if (sent || waits) {
            Duration pause = sent ? SHORTEST : longer(watch.pause());
            return new Next.Later<>(new Watch(watch.run(), watch.gate(), pause), pause);
        }
        return hints.quietSince(instance, heard) ? new Next.Done<>() : new Next.Then<>(watch);
    }

    private boolean show(Held held, GateName name, boolean waits) {
        Optional<Room> room = cards.of(name.thing()).map(posting -> posting.room());
        if (room.isEmpty() && waits) {
            room = places.of(name.run());
            room.ifPresent(place -> cards.reserve(name.thing(), place));
        }
        return room.map(place -> cards.show(name.thing(), drawing.common(held, places.audience(held, place))))
                .orElse(false);
    }

    private static Duration longer(Duration pause) {
        Duration grown = pause.multipliedBy(3).dividedBy(2);
        Duration least = grown.compareTo(SHORTEST) < 0 ? SHORTEST : grown;
        return least.compareTo(LONGEST) < 0 ? least : LONGEST;
    }

    @Override
    public void gaveUp(String instance, Watch watch, Problem problem) {
        LOG.warn(
                "gate={} run={} its card is out of date: {}",
                watch.gate(),
                watch.run().id(),
                problem.getMessage());
    }

    /**
     * An approval that is looked after.
     *
     * @param pause how long the last wait between two looks was
     */
    record Watch(RunRef run, String gate, Duration pause) {}
}
