package io.slipway.teams;

import io.slipway.ports.Click;
import io.slipway.ports.Message;
import io.slipway.ports.Room;

/** What arrived from Teams and is not answered in the same breath. */
sealed interface Arrival {

    /** Somebody typed something; the activity is what an answer refers to. */
    record Typed(Message message, String activity) implements Arrival {}

    /** Somebody pressed a button of an old card. */
    record Pressed(Click click, String activity) implements Arrival {}

    /** Slipway was added to a conversation. */
    record Added(Room room, String id) implements Arrival {}

    /** Nothing that concerns us. */
    record Ignored() implements Arrival {}
}
