package io.slipway.teams;

import io.slipway.alm.Person;
import io.slipway.cards.Card;
import io.slipway.ports.Click;
import io.slipway.ports.Inbox;
import io.slipway.ports.Message;
import io.slipway.ports.Reply;
import io.slipway.ports.Room;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** Hears what people say, and answers what the test tells it to. */
final class FakeInbox implements Inbox {

    static final Card CARD = new Card(
            "{\"type\":\"AdaptiveCard\",\"version\":\"1.5\",\"body\":[{\"type\":\"TextBlock\",\"text\":\"Hi\"}],"
                    + "\"actions\":[{\"type\":\"Action.Execute\",\"verb\":\"go\",\"title\":\"Go\",\"data\":{\"run\":7}},"
                    + "{\"type\":\"Action.Submit\",\"title\":\"Old\",\"data\":{\"verb\":\"old\",\"run\":8}}]}",
            "A card");

    final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    final BlockingQueue<Click> clicks = new LinkedBlockingQueue<>();
    final BlockingQueue<Room> joined = new LinkedBlockingQueue<>();
    final List<Answer> answered = new CopyOnWriteArrayList<>();
    final List<Answer> parked = new CopyOnWriteArrayList<>();
    volatile Function<Message, Reply> toMessage = message -> new Reply.Say("heard " + message.text());
    volatile Reply toJoined = new Reply.Say("hello");
    volatile Function<Click, Reply> toClick = click -> new Reply.Say("pressed " + click.verb());

    void forget() {
        messages.clear();
        clicks.clear();
        joined.clear();
        parked.clear();
        answered.clear();
        toMessage = message -> new Reply.Say("heard " + message.text());
        toClick = click -> new Reply.Say("pressed " + click.verb());
        toJoined = new Reply.Say("hello");
    }

    @Override
    public Reply message(Message message) {
        messages.add(message);
        return toMessage.apply(message);
    }

    @Override
    public Reply click(Click click) {
        clicks.add(click);
        return toClick.apply(click);
    }

    @Override
    public List<Answer> signedIn(Person person) {
        List<Answer> answers = List.copyOf(parked);
        parked.clear();
        return answers;
    }

    @Override
    public List<Answer> unanswered(Instant before) {
        return List.of();
    }

    @Override
    public void answered(Answer answer) {
        answered.add(answer);
    }

    @Override
    public Reply joined(Room room, String id) {
        joined.add(room);
        return toJoined;
    }
}
