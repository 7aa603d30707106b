package io.slipway.jobs;

import io.slipway.alm.Problem;
import java.util.Map;

/**
 * Work in steps that survives a kill between any two lines: a step may run again from its beginning, so it looks before
 * it acts. Steps are plain functions; {@link Problem.Unavailable} makes the engine try again later.
 *
 * @param <S> what the task knows between steps: a record that becomes JSON
 */
public interface DurableTask<S> {

    /** Name of the kind of task, unique in the service. */
    String name();

    /** The type of its state. */
    Class<S> stateType();

    /** What log lines, requests and telemetry of a step bear, such as {@code run} and {@code correlation}. */
    default Map<String, String> ids(S state) {
        return Map.of();
    }

    /** Does one step. The name is the instance's, such as {@code expenses@test}. */
    Next<S> step(String instance, S state);

    /** Told once when the engine gives up after this problem; the task ends after it. Tells the room. */
    void gaveUp(String instance, S state, Problem problem);
}
