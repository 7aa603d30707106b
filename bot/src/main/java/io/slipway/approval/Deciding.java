package io.slipway.approval;

import io.slipway.alm.Gate;
import io.slipway.alm.Gate.GateState;
import io.slipway.alm.Problem;
import io.slipway.approval.Approvers.Ruling;
import io.slipway.approval.DecideTask.Verdict;
import io.slipway.approval.DecisionNotes.Attempt;
import io.slipway.jobs.Engine;

/** Takes a decision from a person: reads the approval afresh, asks the rules, and has it carried out. */
final class Deciding {

    private final GateReader reader;
    private final Engine engine;
    private final DecideTask task;
    private final Waiting waiting;
    private final DecisionNotes notes;

    Deciding(GateReader reader, Engine engine, DecideTask task, Waiting waiting, DecisionNotes notes) {
        this.reader = reader;
        this.engine = engine;
        this.task = task;
        this.waiting = waiting;
        this.notes = notes;
    }

    /** What came of it. */
    sealed interface Result {

        /** It is decided, or is about to be. */
        record Decided() implements Result {}

        /** It was closed before: by somebody else, in the browser, or by time. */
        record Meanwhile(String how) implements Result {}

        /** The rules say no. */
        record Refused(String why) implements Result {}
    }

    Result decide(Verdict verdict) {
        Attempt attempt =
                new Attempt(verdict.person(), verdict.act(), verdict.gate().id(), verdict.key());
        Gate gate = read(verdict, attempt);
        return switch (Approvers.judge(gate, verdict.person())) {
            case Ruling.Denied denied -> {
                notes.refused(attempt, denied.why());
                yield gate.state() == GateState.PENDING
                        ? new Result.Refused(denied.why())
                        : new Result.Meanwhile(denied.why());
            }
            case Ruling.Allowed allowed -> carriedOut(verdict);
        };
    }

    private Gate read(Verdict verdict, Attempt attempt) {
        try {
            return reader.read(verdict.gate(), verdict.person()).gate();
        } catch (Problem.Refused unknown) {
            notes.refused(attempt, unknown.getMessage());
            throw unknown;
        }
    }

    private Result carriedOut(Verdict verdict) {
        try {
            waiting.await(verdict.lock(), () -> engine.start(task, verdict.lock(), verdict));
            return new Result.Decided();
        } catch (Problem.Refused refused) {
            // Two at once: Azure DevOps took the other one's.
            Gate now = reader.read(verdict.gate()).gate();
            if (now.state() == GateState.PENDING) {
                throw refused;
            }
            return new Result.Meanwhile(Approvers.closed(now));
        }
    }
}
