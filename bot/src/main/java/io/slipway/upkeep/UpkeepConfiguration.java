package io.slipway.upkeep;

import io.slipway.jobs.Recurring;
import io.slipway.ports.Received;
import io.slipway.ports.Redelivery;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table of contents: the chores. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UpkeepProperties.class)
class UpkeepConfiguration {

    private static final Duration NOBODY_DELIVERS_AGAIN_AFTER = Duration.ofDays(1);

    @Bean
    Recurring takeUpWhatWasCutOff(Redelivery redelivery, UpkeepProperties settings, Clock clock) {
        return new Recurring(
                "take-up-what-was-cut-off",
                settings.every(),
                () -> redelivery.redeliver(clock.instant().minus(settings.cutOffAfter())));
    }

    @Bean
    Recurring forgetOldDeliveries(Received received, Clock clock) {
        return new Recurring(
                "forget-old-deliveries",
                Duration.ofHours(1),
                () -> received.forget(clock.instant().minus(NOBODY_DELIVERS_AGAIN_AFTER)));
    }
}
