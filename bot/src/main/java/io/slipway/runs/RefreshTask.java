package io.slipway.runs;

import io.slipway.alm.Problem;
import io.slipway.alm.RunRef;
import io.slipway.jobs.DurableTask;
import io.slipway.jobs.Next;
import io.slipway.ports.GateEvents;
import io.slipway.runs.RefreshTask.Look;
import io.slipway.runs.RunReader.Seen;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only writer of a run's card: reads the run, and edits the card where it differs, at most once in two seconds. */
public final class RefreshTask implements DurableTask<Look> {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshTask.class);
    private static final Duration BETWEEN_EDITS = Duration.ofSeconds(2);
    private static final Duration WORTH_SAYING = Duration.ofSeconds(5);

    private final RunReader reader;
    private final LiveCards cards;
    private final Hints hints;
    private final GateEvents gates;
    private final Followers followers;

    RefreshTask(RunReader reader, LiveCards cards, Hints hints, GateEvents gates, Followers followers) {
        this.reader = reader;
        this.cards = cards;
        this.hints = hints;
        this.gates = gates;
        this.followers = followers;
    }

    @Override
    public String name() {
        return "refresh";
    }

    @Override
    public Class<Look> stateType() {
        return Look.class;
    }

    @Override
    public Map<String, String> ids(Look look) {
        return Map.of("run", Integer.toString(look.run().id()));
    }

    @Override
    public Next<Look> step(String instance, Look look) {
        long heard = hints.count(instance);
        Seen seen = read(look.run());
        boolean sent = cards.show(RunName.thing(look.run()), seen.card());
        seen.gates().forEach(gate -> gates.mayHaveChanged(look.run(), gate.id()));
        if (sent) {
            return new Next.Later<>(look, BETWEEN_EDITS);
        }
        if (!hints.quietSince(instance, heard)) {
            return new Next.Then<>(look);
        }
        if (seen.run().state().ended()) {
            followers.hasten(seen.run());
        }
        return new Next.Done<>();
    }

    private Seen read(RunRef run) {
        try {
            return reader.read(run);
        } catch (Problem.Unavailable busy) {
            // A short trouble is over before anybody has read of it.
            if (busy.retryAfter()
                    .filter(wait -> wait.compareTo(WORTH_SAYING) >= 0)
                    .isPresent()) {
                reader.former(run).ifPresent(seen -> cards.show(RunName.thing(run), seen.card()));
            }
            throw busy;
        }
    }

    @Override
    public void gaveUp(String instance, Look look, Problem problem) {
        LOG.warn("run={} its card is out of date: {}", instance, problem.getMessage());
    }

    /** The run to look at. */
    public record Look(RunRef run) {}
}
