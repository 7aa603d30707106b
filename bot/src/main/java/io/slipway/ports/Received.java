package io.slipway.ports;

import java.time.Instant;
import java.util.List;

/** Out: what has arrived, so that each activity and webhook is handled once and nothing typed is lost by a kill. */
public interface Received {

    /**
     * Notes durably that it has arrived; false when it had arrived before.
     *
     * @param body as it arrived; empty where there is nothing to take up again, so that it counts as handled at once
     */
    boolean first(String id, String body);

    /** Notes that it has been handled. May become durable a moment later: handling is idempotent in effect. */
    void handled(String id);

    /** What arrived before the given time and was never handled to the end: a kill came between. */
    List<Unhandled> unhandled(Instant before);

    /** Forgets what arrived before the given time and was handled. */
    void forget(Instant before);

    /** Keeps what a person asked for while they sign in, one thing for a person in a room; the last one counts. */
    void park(String person, String place, String body);

    /** Takes what was parked, once. It is kept until it is answered, as a kill may come between. */
    List<String> unpark(String person);

    /** Takes again what was taken before the given time and never answered. */
    List<String> unanswered(Instant before);

    /** What was taken for this person in this room is answered: it is forgotten. */
    void answered(String person, String place);

    /** Something that arrived, as it arrived. */
    record Unhandled(String id, String body) {}
}
