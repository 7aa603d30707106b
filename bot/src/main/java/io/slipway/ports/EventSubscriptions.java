package io.slipway.ports;

import io.slipway.alm.Project;
import java.net.URI;

/** Out: makes the project tell us when runs and approvals change. */
public interface EventSubscriptions {

    /** Sees to it that everything needed is subscribed and works; may be called any number of times. */
    Outcome ensure(Project project);

    /** What came of it. */
    sealed interface Outcome {

        /** All subscriptions are there and work; so many were made or repaired just now. */
        record Subscribed(int made, int repaired) implements Outcome {}

        /** Somebody has to allow it first: what they have to do, and where. Until then Slipway looks by itself now and then. */
        record NotAllowed(String remedy, URI where) implements Outcome {}

        /** Slipway has no public address, so nobody can call it; it looks by itself. */
        record NotReachable() implements Outcome {}
    }
}
