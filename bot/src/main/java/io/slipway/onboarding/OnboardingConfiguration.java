package io.slipway.onboarding;

import io.slipway.alm.Catalog;
import io.slipway.chat.Command;
import io.slipway.chat.Greeting;
import io.slipway.ports.Bindings;
import io.slipway.ports.EventSubscriptions;
import io.slipway.ports.Gates;
import io.slipway.ports.Ledger;
import io.slipway.ports.Projects;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Table of contents: coming in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CatalogProperties.class)
class OnboardingConfiguration {

    @Bean
    Catalog catalog(CatalogProperties settings, Environment environment) {
        return CatalogFile.read(settings.catalog(), environment::resolvePlaceholders);
    }

    @Bean
    Greeting welcome(Catalog catalog) {
        return new Welcome(catalog);
    }

    @Bean
    Connection connection(Catalog catalog, EventSubscriptions subscriptions) {
        return new Connection(catalog, subscriptions);
    }

    @Bean
    Command connect(Projects projects, Bindings bindings, Gates gates, Connection connection, Connecting noting) {
        return new ConnectCommand(projects, bindings, gates, connection, noting);
    }

    @Bean
    Connecting connecting(Ledger ledger, Clock clock) {
        return new Connecting(ledger, clock);
    }
}
