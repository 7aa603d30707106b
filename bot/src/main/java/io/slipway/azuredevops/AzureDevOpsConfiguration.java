package io.slipway.azuredevops;

import io.slipway.http.Http;
import io.slipway.ports.Access;
import io.slipway.ports.EventSubscriptions;
import io.slipway.ports.GateEvents;
import io.slipway.ports.Gates;
import io.slipway.ports.Pipelines;
import io.slipway.ports.Projects;
import io.slipway.ports.Received;
import io.slipway.ports.RunEvents;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AzureDevOpsProperties.class)
class AzureDevOpsConfiguration {

    @Bean
    AzureDevOps azureDevOps(Http http, Access access, AzureDevOpsProperties settings, Clock clock) {
        return new AzureDevOps(http, access, settings, clock);
    }

    @Bean
    Pipelines azurePipelines(AzureDevOps azure, AzureDevOpsProperties settings, Clock clock) {
        return new AzurePipelines(azure, settings, clock);
    }

    @Bean
    Gates azureGates(AzureDevOps azure, Clock clock) {
        return new AzureGates(azure, clock);
    }

    @Bean
    Projects azureProjects(AzureDevOps azure) {
        return new AzureProjects(azure);
    }

    @Bean
    EventSubscriptions subscriptions(AzureDevOps azure, AzureDevOpsProperties settings) {
        return new Subscriptions(azure, new AzureProjects(azure), settings);
    }

    @Bean
    HooksController hooksController(
            AzureDevOpsProperties settings,
            AzureDevOps azure,
            Received received,
            ObjectProvider<RunEvents> runs,
            ObjectProvider<GateEvents> gates) {
        HooksController.Listeners listeners = new HooksController.Listeners(
                runs.orderedStream().toList(), gates.orderedStream().toList());
        return new HooksController(settings, azure, received, listeners);
    }
}
