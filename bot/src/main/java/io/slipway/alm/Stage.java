package io.slipway.alm;

import java.time.Instant;
import java.util.Optional;

/**
 * One stage of a run.
 *
 * @param name the stage's name in the pipeline, by which it is retried
 * @param title what the pipeline shows for it
 * @param attempt 1 for the first, one more for each rerun
 * @param percent progress of the import it is in, 0 to 100, where the pipeline tells
 */
public record Stage(
        String name,
        String title,
        RunState state,
        int attempt,
        Optional<Integer> percent,
        Optional<Instant> started,
        Optional<Instant> finished,
        Optional<Failure> failure) {}
