package io.slipway.approval;

import io.slipway.alm.Person;
import io.slipway.approval.DecideTask.Verdict;
import io.slipway.ports.Ledger;
import io.slipway.ports.Ledger.Entry;
import io.slipway.runs.RunName;
import java.time.Clock;

/** The audit lines of decisions. */
final class DecisionNotes {

    private static final int LONGEST = 120;

    private final Ledger ledger;
    private final Clock clock;

    DecisionNotes(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void write(Verdict verdict, String outcome, String detail) {
        ledger.write(new Entry(
                clock.instant(),
                verdict.key(),
                verdict.person().id(),
                verdict.act(),
                "gate " + verdict.gate().id(),
                outcome,
                (RunName.of(verdict.gate().run()) + " " + detail).strip()));
    }

    /** Somebody tried what they may not, or pressed a button that was never shown to them. */
    void refused(Attempt attempt, String why) {
        String gate = attempt.gate();
        String subject = gate.length() > LONGEST ? gate.substring(0, LONGEST) : gate;
        ledger.write(new Entry(
                clock.instant(),
                attempt.key(),
                attempt.person().id(),
                attempt.act(),
                "gate " + subject,
                "refused",
                why));
    }

    /**
     * Something that was tried.
     *
     * @param gate what the card said, whatever that was
     */
    record Attempt(Person person, String act, String gate, String key) {}
}
