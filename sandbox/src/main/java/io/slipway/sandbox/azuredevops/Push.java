package io.slipway.sandbox.azuredevops;

import java.time.Instant;

/** That a branch or tag was moved by a push. */
record Push(int id, String ref, String before, String after, Identity by, Instant at) {}
