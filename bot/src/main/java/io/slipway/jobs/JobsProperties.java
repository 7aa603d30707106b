package io.slipway.jobs;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code slipway.jobs.*} of the engine.
 *
 * @param polling how often the database is asked for due steps; steps of this replica do not wait for it
 * @param heartbeat how often a replica says that it lives; one that missed four is dead and its steps are taken over
 * @param steps how many steps run at once on this replica
 * @param patience how often a step is retried while the other side is unavailable, with growing pauses up to 5 minutes
 */
@ConfigurationProperties("slipway.jobs")
public record JobsProperties(
        @DefaultValue("1s") Duration polling,
        @DefaultValue("3s") Duration heartbeat,
        @DefaultValue("40") int steps,
        @DefaultValue("300") int patience) {}
