package io.slipway.ports;

/**
 * In: what people say and press. Each is handled once in effect, however often it is delivered. Never throws a
 * {@link io.slipway.alm.Problem}: problems become replies.
 */
public interface Inbox {

    /** A person typed something to Slipway. */
    Reply message(Message message);

    /** A person pressed a button, or a card asks for this person's view. */
    Reply click(Click click);

    /** Slipway was added to a conversation: says hello, once. */
    Reply joined(Room room, String id);
}
