package io.slipway.entra;

import io.slipway.ports.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Table of contents: tokens of the service and of people. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EntraProperties.class)
class EntraConfiguration {

    @Bean
    Credentials credentials(EntraProperties entra, OkHttpClient http) {
        return new Credentials(entra, http);
    }

    @Bean
    Application application(EntraProperties entra, Credentials credentials, OkHttpClient http) {
        return new Application(entra, credentials, new MsalHttp(http, entra.authority()));
    }

    @Bean
    RecentTokens recentTokens(Clock clock) {
        return new RecentTokens(clock);
    }

    @Bean
    PeopleTokens peopleTokens(Application application, Vault vault, RecentTokens recent) {
        return new PeopleTokens(application, vault, recent);
    }

    @Bean
    SigningIn signingIn(Application application, EntraProperties entra, Vault vault, RecentTokens recent) {
        return new SigningIn(application, entra, vault, new ProofKeys(vault, new SecureRandom()), recent);
    }

    @Bean
    EntraAccess entraAccess(
            EntraProperties entra, Credentials credentials, PeopleTokens people, SigningIn signingIn, Clock clock) {
        return new EntraAccess(
                new ServiceTokens(credentials.ofService(), clock),
                people,
                signingIn,
                new HandedOver(entra, clock),
                entra.delegated());
    }
}
