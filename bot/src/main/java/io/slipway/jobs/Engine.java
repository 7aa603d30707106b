package io.slipway.jobs;

import java.util.List;
import java.util.Optional;

/** What rooms need of the engine, so that their rules are tested without a database. */
public interface Engine {

    /** Starts a task under this name, unless one holds it already. Durable before it returns. */
    <S> Started<S> start(DurableTask<S> task, String instance, S state);

    /** The state of the task that holds this name, as it was at the end of its last step. */
    <S> Optional<S> running(DurableTask<S> task, String instance);

    /** The states of all tasks of this kind that have not ended. */
    <S> List<S> running(DurableTask<S> task);

    /** Lets a waiting task take its next step now; one that is in a step is left alone and false is returned. */
    boolean hasten(DurableTask<?> task, String instance);
}
