package io.slipway.sandbox.teams;

/**
 * A place where people and Slipway talk: a channel of the team, or the chat of one person with Slipway.
 *
 * @param id conversation id without a thread
 * @param name as the page shows it
 * @param person alias of the person in a personal chat, empty in a channel
 */
public record Room(String id, String name, String person) {

    static final String TEAM = "19:3f1d7c52a4b84e0c9a1f5d6e7b8c9d01@thread.tacv2";
    static final String TEAM_NAME = "Power Platform";
    static final String TEAM_GROUP = "9b7a3c1e-52d4-4f6a-8e0b-1c2d3e4f5a60";
    static final Room GENERAL = new Room(TEAM, "General", "");
    static final Room RELEASES = new Room("19:a81c5e0f7d2b4c6e93f0b1a2d3c4e5f6@thread.tacv2", "Releases", "");

    static Room personal(String alias) {
        return new Room("a:1slipway-" + alias + "-6Yb0tW", "Slipway", alias);
    }

    public boolean channel() {
        return person.isEmpty();
    }

    /** The conversation id of a thread of this room, or of the room itself where there are no threads. */
    String conversation(String thread) {
        return channel() && !thread.isEmpty() ? id + ";messageid=" + thread : id;
    }
}
