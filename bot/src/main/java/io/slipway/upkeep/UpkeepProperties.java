package io.slipway.upkeep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code slipway.upkeep.*} of the chores.
 *
 * @param cutOffAfter longer than any turn takes: what is older and not handled was cut off by a kill
 * @param every how often somebody looks for what was cut off
 */
@ConfigurationProperties("slipway.upkeep")
record UpkeepProperties(
        @DefaultValue("20s") Duration cutOffAfter,
        @DefaultValue("10s") Duration every) {}
