package io.slipway.store;

import io.slipway.ports.Room;
import tools.jackson.databind.json.JsonMapper;

/** Keeps a room as JSON in one column: it is read and written whole. */
final class Rooms {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Rooms() {}

    static String write(Room room) {
        return JSON.writeValueAsString(room);
    }

    static Room read(String json) {
        return JSON.readValue(json, Room.class);
    }
}
