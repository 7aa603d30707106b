package io.slipway.chat;

import io.slipway.alm.Person;
import io.slipway.ports.Message;
import io.slipway.ports.Room;

/**
 * A command that somebody gave.
 *
 * @param key names this act for ever, the same when Teams delivers it again; people quote it as correlation id
 */
public record Ask(Message message, Words words, String key) {

    /** Who asks. */
    public Person from() {
        return message.from();
    }

    /** Where. */
    public Room room() {
        return message.room();
    }
}
