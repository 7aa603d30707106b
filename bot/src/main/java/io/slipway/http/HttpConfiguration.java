package io.slipway.http;

import java.time.Clock;
import okhttp3.OkHttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpProperties.class)
class HttpConfiguration {

    /** For libraries that want a client of their own to wrap; porches start from {@link Http}. */
    @Bean
    OkHttpClient okHttpClient(HttpProperties settings) {
        return Http.client(settings);
    }

    @Bean
    Http http(OkHttpClient client, HttpProperties settings, ObjectProvider<Clock> clock) {
        return new Http(client, settings, clock.getIfAvailable(Clock::systemUTC));
    }
}
