package io.slipway.upkeep;

import io.slipway.jobs.Recurring;
import io.slipway.ports.Received;
import io.slipway.ports.Redelivery;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table of contents: the chores. */
@Configuration(proxyBeanMethods = false)
class UpkeepConfiguration {

    /** Longer than any turn takes: what is older and not handled was cut off. */
    private static final Duration LONGEST_TURN = Duration.ofSeconds(20);

    private static final Duration NOBODY_DELIVERS_AGAIN_AFTER = Duration.ofDays(1);

    @Bean
    Recurring takeUpWhatWasCutOff(Redelivery redelivery, Clock clock) {
        return new Recurring(
                "take-up-what-was-cut-off",
                Duration.ofSeconds(10),
                () -> redelivery.redeliver(clock.instant().minus(LONGEST_TURN)));
    }

    @Bean
    Recurring forgetOldDeliveries(Received received, Clock clock) {
        return new Recurring(
                "forget-old-deliveries",
                Duration.ofHours(1),
                () -> received.forget(clock.instant().minus(NOBODY_DELIVERS_AGAIN_AFTER)));
    }
}
