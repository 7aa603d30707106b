package io.slipway.jobs;

import java.time.Duration;

/** What happens after a step. */
public sealed interface Next<S> {

    /** The next step runs at once, with this state. */
    record Then<S>(S state) implements Next<S> {}

    /** The next step runs after a while, with this state. */
    record Later<S>(S state, Duration delay) implements Next<S> {}

    /** The task has ended and its name is free again. */
    record Done<S>() implements Next<S> {}
}
