package io.slipway.approval;

import io.slipway.alm.Catalog;
import io.slipway.alm.Decision;
import io.slipway.approval.DecideTask.Verdict;
import io.slipway.approval.Deciding.Result;
import io.slipway.approval.DecisionNotes.Attempt;
import io.slipway.cards.Fields;
import io.slipway.chat.CardAction;
import io.slipway.chat.Press;
import io.slipway.ports.Reply;
import io.slipway.runs.Orphans;
import java.util.Optional;

/** A button on an approval's card. What it brings along names the approval only; everything else is read again. */
final class GateButton implements CardAction {

    private final String verb;
    private final Optional<Decision> decision;
    private final Catalog catalog;
    private final View view;
    private final Deciding deciding;

    /** @param decision what pressing it decides; empty for a button that only shows the card again */
    GateButton(String verb, Optional<Decision> decision, Catalog catalog, View view, Deciding deciding) {
        this.verb = verb;
        this.decision = decision;
        this.catalog = catalog;
        this.view = view;
        this.deciding = deciding;
    }

    /** Draws the card for one person. */
    record View(GateReader reader, GateCards cards, Orphans orphans, DecisionNotes notes) {

        Reply show(GateName gate, Press press) {
            return new Reply.Show(cards.of(reader.read(gate, press.from()), press.from()));
        }
    }

    @Override
    public String verb() {
        return verb;
    }

    @Override
    public boolean personal() {
        return decision.isPresent();
    }

    @Override
    public Reply handle(Press press) {
        String id = press.value(Fields.GATE);
        Optional<GateName> gate = GateName.parse(press.value(Fields.RUN), id, catalog);
        if (gate.isEmpty()) {
            view.notes().refused(new Attempt(press.from(), verb, id, press.key()), "names no approval");
            return new Reply.Refuse("This card names no approval of a project in catalog.yml. Nothing was done.");
        }
        view.orphans().check(press.click(), gate.get().thing());
        if (decision.isEmpty() || press.click().automatic()) {
            return view.show(gate.get(), press);
        }
        String words = press.value(decision.get() == Decision.REJECT ? Fields.REASON : Fields.COMMENT);
        if (decision.get() == Decision.REJECT && words.isEmpty()) {
            return new Reply.Refuse("Say why: whoever asked has to know what to mend. Nothing was decided.");
        }
        Verdict verdict = new Verdict(gate.get(), decision.get(), words, press.from(), press.room(), press.key());
        return switch (deciding.decide(verdict)) {
            case Result.Decided decided -> view.show(gate.get(), press);
            case Result.Meanwhile meanwhile -> view.show(gate.get(), press);
            case Result.Refused refused -> new Reply.Refuse(refused.why());
        };
    }
}
