package io.slipway.approval;

import io.slipway.alm.Gate;
import io.slipway.alm.Gate.Approver;
import io.slipway.alm.Gate.Decider;
import io.slipway.alm.Gate.GateState;
import io.slipway.alm.Person;
import java.util.List;
import java.util.stream.Collectors;

/** Who may decide a gate: pure, and with a sentence for everybody who may not. */
final class Approvers {

    private Approvers() {}

    /** What the rules say. */
    sealed interface Ruling {

        record Allowed() implements Ruling {}

        /** @param why what the person hears */
        record Denied(String why) implements Ruling {}
    }

    /** @param gate as this person sees it, so that {@link Gate#mayDecide} is about them */
    static Ruling judge(Gate gate, Person person) {
        if (gate.state() != GateState.PENDING) {
            return new Ruling.Denied(closed(gate));
        }
        if (gate.blocked().contains(person.id())) {
            return new Ruling.Denied("You asked for this run, and whoever asked may not approve it: four eyes are asked"
                    + " for here. " + others(gate));
        }
        if (saidAlready(gate, person)) {
            return new Ruling.Denied("You have decided already. " + others(gate));
        }
        return gate.mayDecide()
                ? new Ruling.Allowed()
                : new Ruling.Denied("You are not among those who may decide this. " + others(gate));
    }

    /** Whether this person's part is decided: a second one would be none. */
    static boolean saidAlready(Gate gate, Person person) {
        return gate.approvers().stream()
                .filter(approver -> approver.state() == GateState.APPROVED || approver.state() == GateState.REJECTED)
                .anyMatch(approver -> approver.decidedBy()
                                .map(Decider::id)
                                .filter(person.id()::equals)
                                .isPresent()
                        || approver.id().equals(person.id()));
    }

    /** What has become of a gate that does not wait any more. */
    static String closed(Gate gate) {
        return switch (gate.state()) {
            case APPROVED -> "It is approved already, by " + who(gate, GateState.APPROVED) + ".";
            case REJECTED -> "It is rejected already, by " + who(gate, GateState.REJECTED) + ".";
            case DEFERRED -> "It is approved already, to take effect later.";
            case TIMED_OUT -> "Nobody decided in time, so Azure DevOps has closed it. To go on, deploy again.";
            case SKIPPED, CANCELLED -> "It is no longer needed: the run was stopped or went another way.";
            case FAILED -> "The check behind it failed: look at the run in Azure DevOps.";
            case UNINITIATED -> "Its turn has not come: another approval comes first.";
            case PENDING -> "It waits.";
        };
    }

    private static String who(Gate gate, GateState state) {
        String names = gate.approvers().stream()
                .filter(approver -> approver.state() == state)
                .map(approver -> approver.decidedBy().map(Decider::name).orElse(approver.name()))
                .distinct()
                .collect(Collectors.joining(" and "));
        return names.isEmpty() ? "somebody in Azure DevOps" : names;
    }

    /** Names of those who were asked, have not decided and are not kept from it. */
    static List<String> open(Gate gate) {
        return gate.approvers().stream()
                .filter(approver -> approver.state() == GateState.PENDING || approver.state() == GateState.UNINITIATED)
                .filter(approver -> !gate.blocked().contains(approver.id()))
                .map(Approver::name)
                .toList();
    }

    private static String others(Gate gate) {
        List<String> names = open(gate);
        return names.isEmpty() ? "" : "It waits for " + String.join(" or ", names) + ".";
    }
}
