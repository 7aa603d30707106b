package io.slipway.onboarding;

import io.slipway.chat.Ask;
import io.slipway.ports.Bindings.Binding;
import io.slipway.ports.Ledger;
import io.slipway.ports.Ledger.Entry;
import java.time.Clock;

/** The audit lines of connecting. */
final class Connecting {

    private final Ledger ledger;
    private final Clock clock;

    Connecting(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void note(Ask ask, Binding binding, String outcome) {
        ledger.write(new Entry(
                clock.instant(),
                ask.key(),
                ask.from().id(),
                "connect",
                binding.project().name(),
                outcome,
                binding.room().place() + (binding.approvals() ? " for approvals" : "")));
    }
}
