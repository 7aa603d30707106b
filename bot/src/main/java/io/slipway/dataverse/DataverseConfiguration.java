package io.slipway.dataverse;

import io.slipway.http.Http;
import io.slipway.ports.Access;
import io.slipway.ports.Environments;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataverseProperties.class)
class DataverseConfiguration {

    @Bean
    Environments dataverseEnvironments(Http http, Access access, DataverseProperties settings) {
        return new DataverseEnvironments(http, access, settings);
    }
}
