package io.slipway.approval;

import io.slipway.alm.Gate;
import io.slipway.alm.Person;
import io.slipway.alm.Run;
import io.slipway.alm.RunRef;
import io.slipway.approval.GateReader.Held;
import io.slipway.ports.Bindings;
import io.slipway.ports.Bindings.Binding;
import io.slipway.ports.Conversations;
import io.slipway.ports.Postings.Posting;
import io.slipway.ports.Room;
import io.slipway.runs.LiveCards;
import io.slipway.runs.RunName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where approvals are asked for, and whose clients there draw their own view. */
final class GatePlaces {

    private final Bindings bindings;
    private final LiveCards cards;
    private final Conversations conversations;

    GatePlaces(Bindings bindings, LiveCards cards, Conversations conversations) {
        this.bindings = bindings;
        this.cards = cards;
        this.conversations = conversations;
    }

    /** The project's channel for approvals, else where the run's card is; nowhere for a run that nobody here knows. */
    Optional<Room> of(RunRef run) {
        return bindings.to(run.project()).stream()
                .filter(Binding::approvals)
                .map(Binding::room)
                .findFirst()
                .or(() -> cards.of(RunName.thing(run)).map(Posting::room));
    }

    /** Teams ids of the people there, those who may decide first, then whoever asked, then the rest. */
    List<String> audience(Held held, Room room) {
        return conversations.members(room).stream()
                .sorted(Comparator.comparingInt((Person person) -> rank(held.gate(), held.run(), person))
                        .thenComparing(Person::teamsId))
                .map(Person::teamsId)
                .toList();
    }

    private static int rank(Gate gate, Run run, Person person) {
        if (gate.approvers().stream().anyMatch(approver -> approver.id().equals(person.id()))) {
            return 0;
        }
        return gate.blocked().contains(person.id()) || run.requestedFor().equals(person.name()) ? 1 : 2;
    }
}
