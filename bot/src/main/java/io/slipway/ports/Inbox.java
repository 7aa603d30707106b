package io.slipway.ports;

import io.slipway.alm.Person;
import java.time.Instant;
import java.util.List;

/**
 * In: what people say and press. Each is handled once in effect, however often it is delivered. Never throws a
 * {@link io.slipway.alm.Problem}: problems become replies.
 */
public interface Inbox {

    /** A person typed something to Slipway. */
    Reply message(Message message);

    /** A person pressed a button, or a card asks for this person's view. */
    Reply click(Click click);

    /** A person has signed in: takes up what they had typed before, and says what to answer where. */
    List<Answer> signedIn(Person person);

    /** Takes up again what was taken up after a sign-in before the given time and never answered: a kill came between. */
    List<Answer> unanswered(Instant before);

    /** This answer has been given. */
    void answered(Answer answer);

    /** Slipway was added to a conversation: says hello, once. */
    Reply joined(Room room, String id);

    /** What to say in a room that may be another one than where the person signed in. */
    record Answer(Person to, Room room, Reply reply) {}
}
