package io.slipway.sandbox.azuredevops;

import java.time.Instant;

/** That a run deployed to an environment, or tried to. */
record Deployment(
        int id,
        int environment,
        int run,
        String stage,
        String job,
        int attempt,
        Instant queued,
        Instant started,
        Instant finished,
        String result) {}
