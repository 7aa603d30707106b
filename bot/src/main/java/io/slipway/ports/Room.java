package io.slipway.ports;

import java.net.URI;
import java.util.Optional;

/**
 * A conversation that Slipway can talk in: a personal chat, a group chat, or a thread of a channel.
 *
 * @param conversation id in Teams; for a channel it names the thread ({@code 19:...;messageid=...})
 * @param service where its messages are sent to
 * @param tenant Entra tenant id
 * @param channel id of the channel without the thread, where it is one
 * @param team id of the team, where it is a channel
 */
public record Room(
        String conversation, Kind kind, URI service, String tenant, Optional<String> channel, Optional<String> team) {

    /** What sort of conversation it is. */
    public enum Kind {
        PERSONAL,
        GROUP,
        CHANNEL
    }

    /** The id that a binding belongs to: the channel for a thread, else the conversation. */
    public String place() {
        return channel.orElse(conversation);
    }

    /** The top of the channel: what is sent there starts a thread of its own; other rooms are their own top. */
    public Room top() {
        return new Room(place(), kind, service, tenant, channel, team);
    }
}
