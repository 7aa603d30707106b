package io.slipway.jobs;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table of contents: the engine. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JobsProperties.class)
class JobsConfiguration {

    @Bean
    Jobs jobs(
            DataSource database,
            JobsProperties settings,
            Clock clock,
            ObjectProvider<DurableTask<?>> tasks,
            ObjectProvider<Recurring> recurring) {
        return new Jobs(database, settings, clock, tasks.stream(), recurring.stream());
    }
}
