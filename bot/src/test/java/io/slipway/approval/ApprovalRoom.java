package io.slipway.approval;

import io.slipway.alm.Decision;
import io.slipway.alm.Person;
import io.slipway.alm.Project;
import io.slipway.cards.Fields;
import io.slipway.cards.Verbs;
import io.slipway.chat.Ask;
import io.slipway.chat.Command;
import io.slipway.chat.Press;
import io.slipway.chat.Words;
import io.slipway.ports.Bindings;
import io.slipway.ports.Click;
import io.slipway.ports.Gates;
import io.slipway.ports.Ledger;
import io.slipway.ports.Message;
import io.slipway.ports.Reply;
import io.slipway.pretend.Kill;
import io.slipway.pretend.People;
import io.slipway.runs.ProjectsHere;
import io.slipway.runs.RunPlan;
import io.slipway.runs.Stair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The room of approvals over a pretended world: a run of Mia's that waits before production. */
final class ApprovalRoom {

    static final String GATE = "6f1c2a4e-0000-4000-8000-000000000001";
    static final String RUN = "dev.azure.com/contoso/Expenses/4711";

    final Stair stair = new Stair();
    private final List<Bindings.Binding> bound = new ArrayList<>();

    private DecideTask task;
    private Deciding deciding;
    private GateReader reader;
    private GateCards cards;
    private GateButton.View view;
    private MeantGate meant;
    private ProjectsHere projects;

    ApprovalRoom() {
        start(new Kill());
    }

    /** A new life of the service. */
    void start(Kill kill) {
        GateUpdates[] late = new GateUpdates[1];
        var parts = stair.start(kill, (run, gate) -> late[0].mayHaveChanged(run, gate));
        Gates gates = kill.around(Gates.class, stair.azure);
        Ledger ledger = kill.around(Ledger.class, stair.memory);
        reader = new GateReader(gates, stair.azure, person -> true);
        cards = new GateCards(People.CATALOG, (target, solution) -> Optional.empty(), parts.drawing());
        GatePlaces places = new GatePlaces(bindings(), parts.cards(), stair.teams);
        GateTask gateTask = new GateTask(reader, cards, places, parts.cards(), parts.hints());
        late[0] = new GateUpdates(stair.engine, gateTask, parts.hints());
        DecisionNotes notes = new DecisionNotes(ledger, stair.clock);
        // The pretended engine takes its steps when the test says so, so there is nothing to wait for.
        Waiting waiting = new Waiting(Duration.ZERO);
        DecideTask.Events events = new DecideTask.Events(late[0], parts.updates());
        task = new DecideTask(gates, notes, waiting, stair.teams, events);
        deciding = new Deciding(reader, stair.engine, task, waiting, notes);
        view = new GateButton.View(reader, cards, parts.orphans(), notes);
        projects = new ProjectsHere(People.CATALOG, bindings());
        meant = new MeantGate(projects, stair.azure);
        stair.engine.restarted(gateTask, task);
    }

    private Bindings bindings() {
        return new Bindings() {
            @Override
            public void bind(Binding binding) {
                bound.add(binding);
            }

            @Override
            public Optional<Binding> of(String place) {
                return bound.stream()
                        .filter(one -> one.room().place().equals(place))
                        .findFirst();
            }

            @Override
            public List<Binding> to(Project project) {
                return bound.stream()
                        .filter(one -> one.project().equals(project))
                        .toList();
            }
        };
    }

    void releasesIsTheChannelForApprovals() {
        bound.add(new Bindings.Binding(People.RELEASES.top(), People.PROJECT, true));
    }

    /** Mia's run goes on and comes to the gate. */
    void comesToTheGate(int minimum) {
        RunPlan plan = stair.plan(People.MIA);
        stair.engine.start(stair.parts().task(), plan.lock(), plan);
        pass(10);
        stair.azure.gate(GATE, 4711, minimum, List.of(People.MIA.id()));
        pass(70);
    }

    void pass(int seconds) {
        stair.engine.runFor(Duration.ofSeconds(seconds));
    }

    Reply press(Person person, Decision decision, String words) {
        String verb = decision == Decision.APPROVE ? Verbs.APPROVAL_APPROVE : Verbs.APPROVAL_REJECT;
        String field = decision == Decision.APPROVE ? Fields.COMMENT : Fields.REASON;
        return press(person, verb, Map.of(Fields.GATE, GATE, Fields.RUN, RUN, field, words));
    }

    Reply press(Person person, String verb, Map<String, String> data) {
        Optional<Decision> decision = switch (verb) {
            case Verbs.APPROVAL_APPROVE -> Optional.of(Decision.APPROVE);
            case Verbs.APPROVAL_REJECT -> Optional.of(Decision.REJECT);
            default -> Optional.empty();
        };
        Click click = new Click(
                "c" + person.id(), People.GENERAL, "", person, verb, data, decision.isEmpty(), Locale.ENGLISH);
        return new GateButton(verb, decision, People.CATALOG, view, deciding).handle(new Press(click, "key"));
    }

    /** The card as this person's client draws it. */
    String seenBy(Person person) {
        Reply reply = press(person, Verbs.APPROVAL_REFRESH, Map.of(Fields.GATE, GATE, Fields.RUN, RUN));
        return ((Reply.Show) reply).card().json();
    }

    Reply type(Person person, String text) {
        Message message = new Message("m", People.GENERAL, person, text, Locale.ENGLISH);
        Words words = Words.of(text);
        Command command = switch (words.command().orElse("")) {
            case "approve" -> new DecideCommand(Decision.APPROVE, meant, deciding, reader, cards);
            case "reject" -> new DecideCommand(Decision.REJECT, meant, deciding, reader, cards);
            default ->
                new ApprovalsCommand(
                        projects, stair.azure, stair.azure, stair.parts().drawing());
        };
        return command.handle(new Ask(message, words, "key"));
    }

    /** What really reached Azure DevOps. */
    List<String> decisions() {
        return stair.azure.acts().stream()
                .filter(act -> act.startsWith("APPROVE") || act.startsWith("REJECT"))
                .toList();
    }

    /** The approval's card as everybody sees it. */
    String card() {
        return stair.teams
                .cards()
                .get(stair.memory.of("gate:" + GATE).orElseThrow().activity().orElseThrow())
                .json();
    }
}
