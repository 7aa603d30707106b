package io.slipway.jobs;

import java.util.Optional;

/**
 * The answer to a start: a name is a lock.
 *
 * @param running the state of whatever holds the name already; empty when the task was started now
 */
public record Started<S>(Optional<S> running) {

    public boolean now() {
        return running.isEmpty();
    }
}
