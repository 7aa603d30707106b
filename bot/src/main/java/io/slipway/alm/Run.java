package io.slipway.alm;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run of a pipeline, as it was when it was read.
 *
 * @param pipeline name of the pipeline
 * @param name what Azure DevOps calls the run, such as {@code 20261123.4}
 * @param requestedFor display name of the one on whose behalf it runs
 * @param parameters the template parameters it was queued with
 * @param link where a browser shows it
 */
public record Run(
        RunRef ref,
        String pipeline,
        String name,
        RunState state,
        List<Stage> stages,
        String requestedFor,
        Map<String, String> parameters,
        Instant queued,
        Optional<Instant> finished,
        URI link) {

    public Run {
        stages = List.copyOf(stages);
        parameters = Map.copyOf(parameters);
    }
}
