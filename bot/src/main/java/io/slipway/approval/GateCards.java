package io.slipway.approval;

import io.slipway.alm.Catalog;
import io.slipway.alm.Gate;
import io.slipway.alm.Gate.Decider;
import io.slipway.alm.Gate.GateState;
import io.slipway.alm.Installed;
import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.alm.Run;
import io.slipway.alm.RunState;
import io.slipway.alm.Stage;
import io.slipway.alm.Target;
import io.slipway.approval.Approvers.Ruling;
import io.slipway.approval.GateReader.Held;
import io.slipway.cards.ApprovalCard;
import io.slipway.cards.ApprovalCard.Result;
import io.slipway.cards.ApprovalCard.Said;
import io.slipway.cards.ApprovalCard.View;
import io.slipway.cards.Card;
import io.slipway.cards.Elapsed;
import io.slipway.cards.State;
import io.slipway.ports.Environments;
import io.slipway.runs.RequestKey;
import io.slipway.runs.RunCards;
import io.slipway.runs.RunName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How an approval looks, to everybody and to one person. */
final class GateCards {

    private final Catalog catalog;
    private final Environments environments;
    private final RunCards runs;

    GateCards(Catalog catalog, Environments environments, RunCards runs) {
        this.catalog = catalog;
        this.environments = environments;
        this.runs = runs;
    }

    /** What everybody may see. */
    Card common(Held held, List<String> refreshFor) {
        return card(held, closed(held.gate()).orElse(View.EVERYBODY), "", refreshFor);
    }

    /** What this person sees: buttons for those who may, the reason for others. */
    Card of(Held held, Person person) {
        List<String> refreshFor = List.of(person.teamsId());
        Optional<View> closed = closed(held.gate());
        if (closed.isPresent()) {
            return card(held, closed.get(), "", refreshFor);
        }
        return switch (Approvers.judge(held.gate(), person)) {
            case Ruling.Allowed allowed -> card(held, View.APPROVER, "", refreshFor);
            case Ruling.Denied denied -> card(held, View.ONLOOKER, denied.why(), refreshFor);
        };
    }

    /** Such as {@code Expenses 1.4.0.13 to Production}. */
    String title(Held held) {
        return runs.title(held.run());
    }

    private static Optional<View> closed(Gate gate) {
        return switch (gate.state()) {
            case PENDING, UNINITIATED -> Optional.empty();
            case APPROVED, DEFERRED -> Optional.of(View.APPROVED);
            case REJECTED -> Optional.of(View.REJECTED);
            case TIMED_OUT -> Optional.of(View.TIMED_OUT);
            case SKIPPED, CANCELLED, FAILED -> Optional.of(View.CANCELLED);
        };
    }

    private Card card(Held held, View view, String reason, List<String> refreshFor) {
        Gate gate = held.gate();
        Run run = held.run();
        Optional<RequestKey> key = RequestKey.on(run);
        boolean open = view == View.EVERYBODY || view == View.APPROVER || view == View.ONLOOKER;
        return new ApprovalCard(
                        gate.id(),
                        RunName.of(gate.run()),
                        runs.title(run),
                        target(gate).map(Target::title).orElse(gate.stage()),
                        open ? now(gate, key) : "",
                        key.map(one -> one.version().toString()).orElse(""),
                        run.requestedFor(),
                        before(run, gate),
                        said(gate),
                        gate.minimum(),
                        String.join(gate.minimum() > 1 ? ", " : " or ", Approvers.open(gate)),
                        gate.instructions(),
                        gate.expires(),
                        view,
                        open || !said(gate).isEmpty() ? reason : Approvers.closed(gate),
                        run.link().toString(),
                        open ? refreshFor : List.of())
                .card();
    }

    private Optional<Target> target(Gate gate) {
        return catalog.targets().stream()
                .filter(target -> target.stage().equalsIgnoreCase(gate.stage()))
                .findFirst();
    }

    private String now(Gate gate, Optional<RequestKey> key) {
        try {
            return key.flatMap(one -> target(gate).flatMap(target -> environments.installed(target, one.solution())))
                    .map(Installed::version)
                    .map(Object::toString)
                    .orElse("");
        } catch (Problem.Unavailable | Problem.Refused away) {
            return "cannot be read now";
        }
    }

    private static List<Result> before(Run run, Gate gate) {
        return run.stages().stream()
                .takeWhile(stage -> !stage.name().equals(gate.stage()))
                .filter(stage -> stage.state() != RunState.SKIPPED)
                .map(stage ->
                        new Result(stage.title(), State.valueOf(stage.state().name()), took(stage)))
                .toList();
    }

    private static String took(Stage stage) {
        return stage.started()
                .flatMap(from -> stage.finished().map(to -> Elapsed.text(Duration.between(from, to))))
                .orElse("");
    }

    private static List<Said> said(Gate gate) {
        return gate.approvers().stream()
                .filter(approver -> approver.state() == GateState.APPROVED || approver.state() == GateState.REJECTED)
                .map(approver -> new Said(
                        approver.decidedBy().map(Decider::name).orElse(approver.name()),
                        approver.state() == GateState.APPROVED,
                        approver.changed().orElse(gate.created()),
                        approver.comment()))
                .toList();
    }
}
