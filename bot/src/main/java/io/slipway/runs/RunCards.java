package io.slipway.runs;

import io.slipway.alm.Catalog;
import io.slipway.alm.Failure;
import io.slipway.alm.Gate;
import io.slipway.alm.Gate.GateState;
import io.slipway.alm.Run;
import io.slipway.alm.RunState;
import io.slipway.alm.Solution;
import io.slipway.alm.Stage;
import io.slipway.alm.Target;
import io.slipway.cards.Card;
import io.slipway.cards.Elapsed;
import io.slipway.cards.RunCard;
import io.slipway.cards.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a run looks to people. */
public final class RunCards {

    private final Catalog catalog;
    private final Clock clock;

    RunCards(Catalog catalog, Clock clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    /** @param asker Teams id of whoever asked, whose client refreshes the card while the run goes on */
    Card card(Run run, List<Gate> gates, Optional<String> asker) {
        return card(run, gates, asker, note(run));
    }

    /** How it was when it could be read last. */
    Card former(Run run, List<Gate> gates, Optional<String> asker) {
        return card(
                run,
                gates,
                asker,
                "Azure DevOps is busy and asks me to wait, so this may be out of date. I look again by myself.");
    }

    private Card card(Run run, List<Gate> gates, Optional<String> asker, String note) {
        Optional<Failure> failure = failure(run);
        return new RunCard(
                        RunName.of(run.ref()),
                        title(run),
                        State.valueOf(run.state().name()),
                        note,
                        attempt(run),
                        run.stages().stream().map(this::step).toList(),
                        run.requestedFor(),
                        RequestKey.on(run).isPresent() ? "Teams" : "Azure DevOps",
                        waitsFor(gates),
                        elapsed(run),
                        failure.map(Failure::task).orElse(""),
                        failure.map(Failure::line).orElse(""),
                        run.link().toString(),
                        !run.state().ended() && run.state() != RunState.CANCELLING,
                        rerunnable(run),
                        run.state().ended() ? List.of() : asker.stream().toList())
                .card();
    }

    /** Such as {@code Expenses 1.4.0.13 to Test}, or what Azure DevOps calls a run that is not ours. */
    public String title(Run run) {
        return RequestKey.on(run)
                .map(key -> solution(key) + " " + key.version() + " to " + target(key))
                .orElse(run.pipeline() + " " + run.name());
    }

    private String solution(RequestKey key) {
        return catalog.solution(key.solution()).map(Solution::title).orElse(key.solution());
    }

    private String target(RequestKey key) {
        return catalog.target(key.target()).map(Target::title).orElse(key.target());
    }

    private static String note(Run run) {
        return switch (run.state()) {
            case PENDING -> "Azure DevOps has queued it and starts it when an agent is free.";
            case CANCELLING -> "Azure DevOps was asked to stop it.";
            case PARTLY -> "It went through, but a step complained: look at the log before you rely on it.";
            case REJECTED ->
                "The gate did not let it through: see the approval for who decided and why. To go on, deploy again.";
            case RUNNING, WAITING, SUCCEEDED, FAILED, CANCELLED, SKIPPED -> "";
        };
    }

    /** Which attempt it is: every rerun of a stage counts one up. */
    public static int attempt(Run run) {
        return run.stages().stream().mapToInt(Stage::attempt).max().orElse(1);
    }

    /** Something failed, it is over, and Azure DevOps can run the failed jobs again. */
    public static boolean rerunnable(Run run) {
        return run.state().ended() && failed(run).isPresent();
    }

    /** The first stage that failed. */
    public static Optional<Stage> failed(Run run) {
        return run.stages().stream()
                .filter(stage -> stage.state() == RunState.FAILED)
                .findFirst();
    }

    private static Optional<Failure> failure(Run run) {
        return run.stages().stream()
                .filter(stage -> stage.state() == RunState.FAILED)
                .flatMap(stage -> stage.failure().stream())
                .findFirst();
    }

    private RunCard.Step step(Stage stage) {
        return new RunCard.Step(
                stage.title(),
                State.valueOf(stage.state().name()),
                stage.started()
                        .map(from -> length(from, stage.finished(), stage.state()))
                        .orElse(""),
                stage.percent().orElse(-1));
    }

    private String elapsed(Run run) {
        return length(run.queued(), run.finished(), run.state());
    }

    /**
     * Whole minutes while it runs, and nothing while it only waits: else the card would be edited for the clock alone.
     * Nothing for what was refused before it began.
     */
    private String length(Instant from, Optional<Instant> to, RunState state) {
        if (state == RunState.REJECTED) {
            return "";
        }
        if (to.isPresent()) {
            return Elapsed.text(Duration.between(from, to.get()));
        }
        Duration minutes = Duration.between(from, clock.instant()).truncatedTo(ChronoUnit.MINUTES);
        return state == RunState.RUNNING && minutes.isPositive() ? Elapsed.text(minutes) : "";
    }

    private static String waitsFor(List<Gate> gates) {
        return gates.stream()
                .filter(gate -> gate.state() == GateState.PENDING)
                .map(RunCards::asked)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String asked(Gate gate) {
        List<String> open = gate.approvers().stream()
                .filter(approver -> approver.state() == GateState.PENDING || approver.state() == GateState.UNINITIATED)
                .filter(approver -> !gate.blocked().contains(approver.id()))
                .map(Gate.Approver::name)
                .toList();
        String names = String.join(open.size() > gate.minimum() ? " or " : " and ", open);
        return names.isEmpty() ? "an approval in Azure DevOps" : names;
    }
}
