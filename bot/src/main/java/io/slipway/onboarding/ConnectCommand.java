package io.slipway.onboarding;

import io.slipway.alm.Person;
import io.slipway.alm.Project;
import io.slipway.cards.ConnectCard;
import io.slipway.chat.Ask;
import io.slipway.chat.Command;
import io.slipway.chat.Plain;
import io.slipway.ports.Bindings;
import io.slipway.ports.Bindings.Binding;
import io.slipway.ports.Gates;
import io.slipway.ports.Projects;
import io.slipway.ports.Reply;
import io.slipway.ports.Room;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code connect}: makes this channel the channel of a project. */
final class ConnectCommand implements Command {

    private final Projects projects;
    private final Bindings bindings;
    private final Gates gates;
    private final Connection connection;
    private final Connecting noting;

    ConnectCommand(Projects projects, Bindings bindings, Gates gates, Connection connection, Connecting noting) {
        this.projects = projects;
        this.bindings = bindings;
        this.gates = gates;
        this.connection = connection;
        this.noting = noting;
    }

    @Override
    public String name() {
        return "connect";
    }

    @Override
    public String synopsis() {
        return "connect <address of the project> [for approvals]";
    }

    @Override
    public String purpose() {
        return "Makes this the channel of a project in Azure DevOps; with “for approvals” its approvals are asked here.";
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("connect https://dev.azure.com/contoso/Expenses", "News of the project is told here."),
                new Example(
                        "connect https://dev.azure.com/contoso/Expenses for approvals",
                        "Approvals of the project are asked here as well."));
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public Optional<String> closed(Person person, Room room) {
        return room.kind() == Room.Kind.PERSONAL
                ? Optional.of("Type it in the channel or group chat that is to be connected.")
                : Optional.empty();
    }

    @Override
    public Reply handle(Ask ask) {
        List<String> said = ask.words().arguments();
        if (said.isEmpty()) {
            return new Reply.Say("Which project? Paste its address from the browser, as in "
                    + "`connect https://dev.azure.com/contoso/Expenses`.");
        }
        return projects.find(said.getFirst())
                .map(project -> connect(ask, connection.known(project), approvals(said)))
                .orElseGet(() -> new Reply.Say("**" + Plain.text(said.getFirst())
                        + "** is no project of Azure DevOps that I can see. Paste the address of the project's first page"
                        + " from the browser. If it is right, an administrator of the project adds the service"
                        + " principal of Slipway to its readers."));
    }

    private static boolean approvals(List<String> said) {
        return said.stream()
                .skip(1)
                .anyMatch(word -> word.toLowerCase(Locale.ROOT).startsWith("approval"));
    }

    private Reply connect(Ask ask, Project project, boolean approvals) {
        // Read on the person's token: whoever cannot see the project may not have it told about here.
        gates.waitingFor(project, ask.from());
        Binding binding = new Binding(ask.room().top(), project, approvals);
        noting.note(ask, binding, "begun");
        bindings.bind(binding);
        noting.note(ask, binding, "done");
        ConnectCard card = connection.card(project, approvals);
        return new Reply.Show(card.card());
    }
}
