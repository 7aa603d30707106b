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

    /** Something that arrived, as it arrived. */
    record Unhandled(String id, String body) {}
}
