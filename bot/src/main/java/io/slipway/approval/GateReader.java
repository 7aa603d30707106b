package io.slipway.approval;

import io.slipway.alm.Gate;
import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.alm.Run;
import io.slipway.ports.Gates;
import io.slipway.ports.Identities;
import io.slipway.ports.Pipelines;

/** Reads an approval as it is now, with the run that it holds. */
final class GateReader {

    private final Gates gates;
    private final Pipelines pipelines;
    private final Identities identities;

    GateReader(Gates gates, Pipelines pipelines, Identities identities) {
        this.gates = gates;
        this.pipelines = pipelines;
        this.identities = identities;
    }

    /** As the service sees it. */
    Held read(GateName name) {
        return held(name, gates.read(name.run().project(), name.id()));
    }

    /**
     * As this person sees it. Somebody who has not signed in is judged by the names of those who were asked: enough to
     * show a button, as pressing it asks to sign in and reads again.
     */
    Held read(GateName name, Person person) {
        if (identities.signedIn(person)) {
            return held(name, gates.read(name.run().project(), name.id(), person));
        }
        Held held = read(name);
        boolean asked = held.gate().approvers().stream()
                .anyMatch(approver -> approver.id().equals(person.id()));
        return new Held(name, asking(held.gate(), asked), held.run());
    }

    private Held held(GateName name, Gate gate) {
        if (!gate.run().equals(name.run())) {
            throw new Problem.Refused("This approval holds another run than the card says. Nothing was done.");
        }
        return new Held(name, gate, pipelines.read(name.run()));
    }

    private static Gate asking(Gate gate, boolean mayDecide) {
        return new Gate(
                gate.id(),
                gate.run(),
                gate.stage(),
                gate.state(),
                gate.minimum(),
                gate.approvers(),
                gate.blocked(),
                mayDecide,
                gate.instructions(),
                gate.created(),
                gate.expires());
    }

    /** An approval and the run that it holds, read at the same time. */
    record Held(GateName name, Gate gate, Run run) {}
}
