package io.slipway.alm;

import java.time.Instant;

/**
 * A solution in an environment, as Dataverse tells.
 *
 * @param managed false for an unmanaged solution, which a production environment should not have
 * @param installed when this version came
 */
public record Installed(String solution, SolutionVersion version, boolean managed, Instant installed) {}
