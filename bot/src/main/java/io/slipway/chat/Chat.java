package io.slipway.chat;

import io.slipway.alm.Person;
import io.slipway.cards.Fields;
import io.slipway.cards.NoteCard;
import io.slipway.cards.Verbs;
import io.slipway.ports.Click;
import io.slipway.ports.Identities;
import io.slipway.ports.Inbox;
import io.slipway.ports.Message;
import io.slipway.ports.Received;
import io.slipway.ports.Reply;
import io.slipway.ports.Room;
import io.slipway.ports.Shelf;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.MDC;

/** The hall: what people type finds its command, what they press its action, and what goes wrong becomes words. */
final class Chat implements Inbox {

    private static final String OLD_BUTTON =
            "This button is not known any more: the card comes from another version of Slipway. Type `help` to go on.";

    /** The name under which requests, log lines and telemetry bear the key of an act. */
    private static final String CORRELATION = "correlation";

    private final Commands commands;
    private final Clicks clicks;
    private final Identities identities;
    private final Received received;
    private final Shelf shelf;
    private final Greeting greeting;
    private final Parking parking;

    Chat(Commands commands, Clicks clicks, Identities identities, Memory memory, Greeting greeting) {
        this.commands = commands;
        this.clicks = clicks;
        this.identities = identities;
        this.received = memory.received();
        this.shelf = memory.shelf();
        this.greeting = greeting;
        this.parking = new Parking(memory.shelf(), memory.clock());
    }

    /** What has arrived, what waits for a sign-in, and what time it is. */
    record Memory(Received received, Shelf shelf, Clock clock) {}

    @Override
    public Reply message(Message message) {
        String key = Keys.of(message.id());
        try (MDC.MDCCloseable unused = MDC.putCloseable(CORRELATION, key)) {
            Reply reply = answered(message, key);
            if (reply instanceof Reply.SignIn) {
                parking.park(message);
            }
            return reply;
        } catch (RuntimeException failure) {
            return Apology.toMessage(failure, key);
        }
    }

    private Reply answered(Message message, String key) {
        try {
            return said(message, key);
        } catch (RuntimeException failure) {
            return Apology.toMessage(failure, key);
        }
    }

    private Reply said(Message message, String key) {
        Words words = Words.of(message.text());
        Optional<Command> found = commands.of(words);
        if (found.isEmpty()) {
            return commands.unknown(words);
        }
        Command command = found.get();
        Optional<String> closed = command.closed(message.from(), message.room());
        if (closed.isPresent()) {
            return new Reply.Say(closed.get());
        }
        return command.personal() && !identities.signedIn(message.from())
                ? new Reply.SignIn("“" + command.name() + "” acts in your name: sign in, then I go on by myself.")
                : command.handle(new Ask(message, words, key));
    }

    @Override
    public Reply click(Click click) {
        String key = Keys.of(click.id());
        try (MDC.MDCCloseable unused = MDC.putCloseable(CORRELATION, key)) {
            return pressed(click, key);
        } catch (RuntimeException failure) {
            return Apology.toClick(failure, key);
        }
    }

    private Reply pressed(Click click, String key) {
        String command = click.data().getOrDefault(Fields.COMMAND, "");
        return switch (click.verb()) {
            case Verbs.COMMAND_RUN, Verbs.CONFIRM_YES -> typed(click, command, key);
            case Verbs.CONFIRM_NO -> new Reply.Show(new NoteCard("Left as it is.").card());
            case Verbs.FORM_SUBMIT ->
                commands.named(command)
                        .map(asked -> typed(click, asked.typed(click.data()), key))
                        .orElseGet(() -> new Reply.Refuse(OLD_BUTTON));
            default -> acted(click, key);
        };
    }

    /** A button that types: the card gives way to the answer, so that it is not pressed twice. */
    private Reply typed(Click click, String line, String key) {
        Message message = new Message(click.id(), click.room(), click.from(), line, click.locale());
        Reply reply = said(message, key);
        return reply instanceof Reply.Say say ? new Reply.Show(new NoteCard(Plain.unmarked(say.text())).card()) : reply;
    }

    private Reply acted(Click click, String key) {
        Optional<CardAction> action = clicks.of(click.verb());
        if (action.isEmpty()) {
            return new Reply.Refuse(OLD_BUTTON);
        }
        return action.get().personal() && !identities.signedIn(click.from())
                ? new Reply.SignIn("This acts in your name: sign in, then I go on by myself.")
                : action.get().handle(new Press(click, key));
    }

    @Override
    public List<Answer> signedIn(Person person) {
        return answers(parking.unpark(person.id()));
    }

    @Override
    public List<Answer> unanswered(Instant before) {
        return answers(parking.unanswered(before));
    }

    private List<Answer> answers(List<Parking.Parked> taken) {
        return taken.stream()
                .map(parked ->
                        new Answer(parked.message().from(), parked.message().room(), takenUp(parked)))
                .toList();
    }

    private Reply takenUp(Parking.Parked parked) {
        return parking.stillMeant(parked)
                ? unlessAskedAgain(
                        answered(parked.message(), Keys.of(parked.message().id())))
                : new Reply.Say("You are signed in. What you typed before is too old to be done without asking: **"
                        + Plain.text(parked.message().text()) + "**. Type it again if you still want it.");
    }

    /** Asked twice, Teams would sign in twice without a word, and so on for ever. */
    private static Reply unlessAskedAgain(Reply reply) {
        return reply instanceof Reply.SignIn again ? new Reply.Say(again.stillNot()) : reply;
    }

    @Override
    public void answered(Answer answer) {
        shelf.answered(answer.to().id(), answer.room().place());
    }

    @Override
    public Reply joined(Room room, String id) {
        String hello = "hello " + room.place();
        try {
            if (!received.first(hello, "")) {
                return new Reply.Silence();
            }
            return greeting.hello(room);
        } catch (RuntimeException failure) {
            return Apology.toMessage(failure, Keys.of(id));
        }
    }
}
