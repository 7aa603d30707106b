package io.slipway.chat;

import io.slipway.ports.Message;
import io.slipway.ports.Received;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what somebody typed while they sign in. */
final class Parking {

    private final Received received;
    private final JsonMapper json = JsonMapper.builder().build();

    Parking(Received received) {
        this.received = received;
    }

    void park(Message message) {
        received.park(message.from().id(), message.room().place(), json.writeValueAsString(message));
    }

    /** What this person had typed, once. */
    List<Message> unpark(String person) {
        return received.unpark(person).stream()
                .map(body -> json.readValue(body, Message.class))
                .toList();
    }
}
