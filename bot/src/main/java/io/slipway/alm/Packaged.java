package io.slipway.alm;

import java.net.URI;
import java.time.Instant;

/**
 * A version of a solution that a build made and that can be deployed.
 *
 * @param run the run that made it
 * @param branch short name of the branch it was made from
 */
public record Packaged(SolutionVersion version, RunRef run, String branch, Instant made, URI link) {}
