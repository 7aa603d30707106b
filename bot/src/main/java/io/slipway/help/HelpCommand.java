package io.slipway.help;

import io.slipway.alm.Person;
import io.slipway.cards.HelpCard;
import io.slipway.chat.Ask;
import io.slipway.chat.Command;
import io.slipway.chat.DidYouMean;
import io.slipway.ports.Identities;
import io.slipway.ports.Reply;
import io.slipway.ports.Room;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code help}: made from the commands themselves and from what this person may do here. */
final class HelpCommand implements Command {

    private final Supplier<List<Command>> commands;
    private final Identities identities;

    HelpCommand(Supplier<List<Command>> commands, Identities identities) {
        this.commands = commands;
        this.identities = identities;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String synopsis() {
        return "help [<command>]";
    }

    @Override
    public String purpose() {
        return "Lists what you can do here, or shows examples of one command.";
    }

    @Override
    public List<Example> examples() {
        return List.of(new Example("help deploy", "Shows how to deploy, with examples."));
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    public Reply handle(Ask ask) {
        List<String> asked = ask.words().arguments();
        if (asked.isEmpty()) {
            return new Reply.Show(all(ask.from(), ask.room()).card());
        }
        String name = asked.getFirst().toLowerCase(Locale.ROOT);
        Optional<Command> command =
                sorted().filter(known -> known.name().equals(name)).findFirst();
        return command.<Reply>map(known ->
                        new Reply.Show(one(known, ask.from(), ask.room()).card()))
                .orElseGet(() -> DidYouMean.reply(
                        ask,
                        "command",
                        asked.getFirst(),
                        sorted().map(Command::name).toList()));
    }

    private HelpCard all(Person person, Room room) {
        List<HelpCard.Line> lines = sorted().filter(
                        command -> command.closed(person, room).isEmpty())
                .map(command -> new HelpCard.Line(command.synopsis(), command.purpose()))
                .toList();
        return new HelpCard("What you can do here", intro(person, room), lines, hint(person, room));
    }

    private String intro(Person person, Room room) {
        String how = room.kind() == Room.Kind.PERSONAL ? "Just type it." : "Mention me first, as in “@Slipway status”.";
        return identities.signedIn(person) ? how : how + " What acts in your name asks you to sign in once.";
    }

    private String hint(Person person, Room room) {
        String closed = sorted().flatMap(
                        command -> command.closed(person, room).map(reason -> command.name() + ": " + reason).stream())
                .collect(Collectors.joining(" "));
        return closed.isEmpty() ? "“help deploy” shows examples." : "Not here – " + closed;
    }

    private static HelpCard one(Command command, Person person, Room room) {
        List<HelpCard.Line> lines = Stream.concat(
                        Stream.of(new HelpCard.Line(command.synopsis(), command.purpose())),
                        command.examples().stream().map(example -> new HelpCard.Line(example.line(), example.means())))
                .toList();
        String acts = command.personal() ? "It acts in your name, with your own rights in Azure DevOps." : "";
        return new HelpCard(
                "How to use " + command.name(),
                command.closed(person, room).orElse(acts.isEmpty() ? command.purpose() : acts),
                lines,
                "Words in < > are yours to fill in; what stands in [ ] may be left out.");
    }

    private Stream<Command> sorted() {
        return commands.get().stream().sorted(Comparator.comparing(Command::name));
    }
}
