package io.slipway.runs;

import io.slipway.alm.Gate;
import io.slipway.alm.Run;
import io.slipway.alm.RunRef;
import io.slipway.alm.RunState;
import io.slipway.cards.Card;
import io.slipway.ports.Gates;
import io.slipway.ports.Pipelines;
import java.util.List;

/** Reads a run as it is now, with what holds it, and draws its card. */
public final class RunReader {

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

    /** Asks Azure DevOps; nothing is remembered from before. */
    public Seen read(RunRef ref) {
        Run run = pipelines.read(ref);
        List<Gate> holding = run.state() == RunState.WAITING ? gates.holding(ref) : List.of();
        return new Seen(
                run,
                holding,
                drawing.card(
                        run,
                        holding,
                        followers.of(run).map(plan -> plan.person().teamsId())));
    }

    /** A run, the gates that hold it, and its card. */
    public record Seen(Run run, List<Gate> gates, Card card) {}
}
