package io.slipway.runs;

import io.slipway.alm.Gate;
import io.slipway.alm.Run;
import io.slipway.alm.RunRef;
import io.slipway.alm.RunState;
import io.slipway.cards.Card;
import io.slipway.ports.Gates;
import io.slipway.ports.Pipelines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads a run as it is now, with what holds it, and draws its card. */
public final class RunReader {

    private static final int MOST = 1000;
    private final Map<RunRef, Seen> former = new ConcurrentHashMap<>();
    private final Pipelines pipelines;
    private final Gates gates;
    private final RunCards drawing;
    private final Followers followers;

    RunReader(Pipelines pipelines, Gates gates, RunCards drawing, Followers followers) {
        this.pipelines = pipelines;
        this.gates = gates;
        this.drawing = drawing;
        this.followers = followers;
    }

    /** Asks Azure DevOps; what it says is the truth, and nothing is taken from before. */
    public Seen read(RunRef ref) {
        Run run = pipelines.read(ref);
        List<Gate> holding = run.state() == RunState.WAITING ? gates.holding(ref) : List.of();
        Optional<String> asker = followers.of(run).map(plan -> plan.person().teamsId());
        remember(run, new Seen(run, holding, drawing.former(run, holding, asker)));
        return new Seen(run, holding, drawing.card(run, holding, asker));
    }

    /**
     * How the run was when it was read last, with a card that says that we wait. In memory: after a restart nothing is
     * said until Azure DevOps answers.
     */
    Optional<Seen> former(RunRef ref) {
        return Optional.ofNullable(former.get(ref));
    }

    private void remember(Run run, Seen seen) {
        if (run.state().ended() || former.size() >= MOST) {
            former.remove(run.ref());
        } else {
            former.put(run.ref(), seen);
        }
    }

    /** A run, the gates that hold it, and its card. */
    public record Seen(Run run, List<Gate> gates, Card card) {}
}
