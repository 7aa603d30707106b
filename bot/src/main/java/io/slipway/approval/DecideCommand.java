package io.slipway.approval;

import io.slipway.alm.Decision;
import io.slipway.approval.DecideTask.Verdict;
import io.slipway.approval.Deciding.Result;
import io.slipway.chat.Ask;
import io.slipway.chat.Command;
import io.slipway.chat.Plain;
import io.slipway.ports.Reply;
import java.util.List;
import java.util.Locale;

/** {@code approve} and {@code reject}: the same decision as the card's buttons, for people who prefer to type. */
final class DecideCommand implements Command {

    private final Decision decision;
    private final MeantGate meant;
    private final Deciding deciding;
    private final GateReader reader;
    private final GateCards cards;

    DecideCommand(Decision decision, MeantGate meant, Deciding deciding, GateReader reader, GateCards cards) {
        this.decision = decision;
        this.meant = meant;
        this.deciding = deciding;
        this.reader = reader;
        this.cards = cards;
    }

    @Override
    public String name() {
        return decision.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String synopsis() {
        return switch (decision) {
            case APPROVE -> "approve <run> [<comment>]";
            case REJECT -> "reject <run> <reason>";
        };
    }

    @Override
    public String purpose() {
        return switch (decision) {
            case APPROVE -> "Approves what waits for you, by the number of its run.";
            case REJECT -> "Rejects what waits for you, by the number of its run, and says why.";
        };
    }

    @Override
    public List<Example> examples() {
        return switch (decision) {
            case APPROVE -> List.of(new Example("approve 4711", "Approves what run 4711 waits for."));
            case REJECT ->
                List.of(new Example(
                        "reject 4711 the month is not closed yet", "Rejects it; whoever asked reads the reason."));
        };
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Reply handle(Ask ask) {
        List<String> said = ask.words().arguments();
        if (said.isEmpty()) {
            return new Reply.Say("Which one? `approvals` lists what waits for you; then `" + synopsis() + "`.");
        }
        String words = ask.words().from(1);
        if (decision == Decision.REJECT && words.isBlank()) {
            return new Reply.Say("Say why, as in `reject " + Plain.text(said.getFirst())
                    + " the month is not closed yet`: whoever asked has to know what to mend. Nothing was decided.");
        }
        List<GateName> found = meant.find(said.getFirst(), ask.room());
        return switch (found.size()) {
            case 0 ->
                new Reply.Say("Nothing waits for approval under **" + Plain.text(said.getFirst())
                        + "**. `approvals` lists what waits for you.");
            case 1 -> decide(ask, found.getFirst(), words);
            default ->
                new Reply.Say("Several approvals wait under this number. Decide each by its own id: "
                        + String.join(", ", found.stream().map(GateName::id).toList()) + ".");
        };
    }

    private Reply decide(Ask ask, GateName gate, String words) {
        Verdict verdict = new Verdict(gate, decision, words, ask.from(), ask.room(), ask.key());
        return switch (deciding.decide(verdict)) {
            case Result.Decided decided -> new Reply.Show(cards.of(reader.read(gate, ask.from()), ask.from()));
            case Result.Meanwhile meanwhile -> new Reply.Say(meanwhile.how());
            case Result.Refused refused -> new Reply.Say(refused.why() + " Nothing was decided.");
        };
    }
}
