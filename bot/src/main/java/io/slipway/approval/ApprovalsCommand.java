package io.slipway.approval;

import io.slipway.alm.Gate;
import io.slipway.alm.Run;
import io.slipway.cards.ApprovalsCard;
import io.slipway.cards.ApprovalsCard.Waiting;
import io.slipway.chat.Ask;
import io.slipway.chat.Command;
import io.slipway.ports.Gates;
import io.slipway.ports.Pipelines;
import io.slipway.ports.Reply;
import io.slipway.runs.ProjectsHere;
import io.slipway.runs.RunCards;
import io.slipway.runs.RunName;
import java.util.Comparator;
import java.util.List;

/** {@code approvals}: what waits for whoever asks, as Azure DevOps itself tells on their token. */
final class ApprovalsCommand implements Command {

    private static final int MOST = 10;

    private final ProjectsHere projects;
    private final Gates gates;
    private final Pipelines pipelines;
    private final RunCards runs;

    ApprovalsCommand(ProjectsHere projects, Gates gates, Pipelines pipelines, RunCards runs) {
        this.projects = projects;
        this.gates = gates;
        this.pipelines = pipelines;
        this.runs = runs;
    }

    @Override
    public String name() {
        return "approvals";
    }

    @Override
    public String synopsis() {
        return "approvals";
    }

    @Override
    public String purpose() {
        return "Lists what waits for your decision.";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("approvals", "Lists what waits for you, oldest first."));
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Reply handle(Ask ask) {
        List<Waiting> waiting = projects.of(ask.room()).stream()
                .flatMap(project -> gates.waitingFor(project, ask.from()).stream())
                .sorted(Comparator.comparing(Gate::created))
                .limit(MOST)
                .map(this::line)
                .toList();
        return new Reply.Show(new ApprovalsCard(waiting).card());
    }

    private Waiting line(Gate gate) {
        Run run = pipelines.read(gate.run());
        return new Waiting(
                gate.id(),
                RunName.of(gate.run()),
                runs.title(run),
                run.requestedFor(),
                gate.created(),
                run.link().toString());
    }
}
