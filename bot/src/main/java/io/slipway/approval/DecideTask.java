package io.slipway.approval;

import io.slipway.alm.Decision;
import io.slipway.alm.Gate;
import io.slipway.alm.Gate.GateState;
import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.approval.DecideTask.Verdict;
import io.slipway.jobs.DurableTask;
import io.slipway.jobs.Next;
import io.slipway.ports.Conversations;
import io.slipway.ports.GateEvents;
import io.slipway.ports.Gates;
import io.slipway.ports.Room;
import io.slipway.runs.RunUpdates;
import java.util.Locale;
import java.util.Map;

/** Carries one person's decision of one approval to Azure DevOps, once, on that person's token. */
final class DecideTask implements DurableTask<Verdict> {

    private final Gates gates;
    private final DecisionNotes notes;
    private final Waiting waiting;
    private final Conversations conversations;
    private final Events events;

    DecideTask(Gates gates, DecisionNotes notes, Waiting waiting, Conversations conversations, Events events) {
        this.gates = gates;
        this.notes = notes;
        this.waiting = waiting;
        this.conversations = conversations;
        this.events = events;
    }

    @Override
    public String name() {
        return "decide";
    }

    @Override
    public Class<Verdict> stateType() {
        return Verdict.class;
    }

    @Override
    public Map<String, String> ids(Verdict verdict) {
        return Map.of(
                "correlation", verdict.key(),
                "run", Integer.toString(verdict.gate().run().id()));
    }

    @Override
    public Next<Verdict> step(String instance, Verdict verdict) {
        Gate gate = gates.read(verdict.gate().run().project(), verdict.gate().id());
        if (Approvers.saidAlready(gate, verdict.person())) {
            notes.write(verdict, "done", "");
        } else if (gate.state() != GateState.PENDING) {
            notes.write(verdict, "refused", Approvers.closed(gate));
        } else {
            decide(verdict);
        }
        events.tell(verdict.gate());
        waiting.done(instance);
        return new Next.Done<>();
    }

    private void decide(Verdict verdict) {
        notes.write(verdict, "begun", verdict.comment());
        gates.decide(
                verdict.gate().run().project(),
                verdict.gate().id(),
                verdict.decision(),
                verdict.comment(),
                verdict.person());
        notes.write(verdict, "done", verdict.comment());
    }

    @Override
    public void gaveUp(String instance, Verdict verdict, Problem problem) {
        notes.write(verdict, problem instanceof Problem.Refused ? "refused" : "failed", problem.getMessage());
        events.tell(verdict.gate());
        if (!waiting.failed(instance, problem)) {
            conversations.say(
                    verdict.room(),
                    verdict.person().name() + ", your decision (" + verdict.act() + ") did not go through. "
                            + problem.getMessage() + " (" + verdict.key() + ")");
        }
    }

    /** Who hears of a decision: the card of the approval and the card of the run. */
    record Events(GateEvents gates, RunUpdates runs) {

        void tell(GateName gate) {
            gates.mayHaveChanged(gate.run(), gate.id());
            runs.mayHaveChanged(gate.run());
        }
    }

    /**
     * What somebody decided.
     *
     * @param room where it was said
     * @param key correlation id of the act
     */
    record Verdict(GateName gate, Decision decision, String comment, Person person, Room room, String key) {

        String act() {
            return decision.name().toLowerCase(Locale.ROOT);
        }

        /** One decision of one person on one approval at a time. */
        String lock() {
            return gate.id() + "/" + person.id();
        }
    }
}
