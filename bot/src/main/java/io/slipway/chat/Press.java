package io.slipway.chat;

import io.slipway.alm.Person;
import io.slipway.ports.Click;
import io.slipway.ports.Room;

/**
 * A button that somebody pressed.
 *
 * @param key names this act for ever, the same when Teams delivers it again; people quote it as correlation id
 */
public record Press(Click click, String key) {

    /** Who pressed. */
    public Person from() {
        return click.from();
    }

    /** Where. */
    public Room room() {
        return click.room();
    }

    /** What the card or the person put under this name; an empty text when there is none. Never to be trusted. */
    public String value(String name) {
        return click.data().getOrDefault(name, "").strip();
    }
}
