package io.slipway.chat;

import io.slipway.ports.Reply;
import io.slipway.ports.Room;

/** What Slipway says when it comes into a conversation. */
public interface Greeting {

    /** Says hello; called once for a conversation. */
    Reply hello(Room room);
}
