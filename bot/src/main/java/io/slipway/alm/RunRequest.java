package io.slipway.alm;

import java.util.List;

/**
 * A deployment that somebody asked for.
 *
 * @param key names this request for ever; a run that carries it is this request's run, so it is never queued twice
 * @param solution what goes
 * @param version which version of it
 * @param skippedStages stages of the deploy pipeline that are not wanted
 */
public record RunRequest(String key, Solution solution, SolutionVersion version, List<String> skippedStages) {

    public RunRequest {
        skippedStages = List.copyOf(skippedStages);
    }
}
