package io.slipway.teams;

import io.slipway.entra.MemoryVault;
import io.slipway.http.Http;
import io.slipway.http.HttpProperties;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The porch alone, listening: everything behind it is the test's. */
final class RunningPorch implements AutoCloseable {

    final FakeInbox inbox;
    final MemoryReceived received;
    final FakeAccess access;
    private final ConfigurableApplicationContext context;

    RunningPorch(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.flyway.enabled=false",
                "--db-scheduler.enabled=false",
                "--spring.datasource.url=jdbc:h2:mem:porch",
                "--spring.main.banner-mode=off"));
        all.addAll(List.of(settings));
        context = new SpringApplicationBuilder(Alone.class)
                .web(WebApplicationType.SERVLET)
                .run(all.toArray(String[]::new));
        inbox = context.getBean(FakeInbox.class);
        received = context.getBean(MemoryReceived.class);
        access = context.getBean(FakeAccess.class);
    }

    /** Not annotated as a configuration, so that no scan of a whole bot in another test finds it. */
    @EnableAutoConfiguration
    @Import(TeamsConfiguration.class)
    static class Alone {

        @Bean
        FakeInbox inbox() {
            return new FakeInbox();
        }

        @Bean
        MemoryReceived received() {
            return new MemoryReceived();
        }

        @Bean
        FakeAccess access() {
            return new FakeAccess();
        }

        @Bean
        MemoryVault vault() {
            return new MemoryVault();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Http http() {
            return Http.of(HttpProperties.usual(), Clock.systemUTC());
        }
    }

    URI address(String path) {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** As if it had just started. */
    void forget() {
        inbox.forget();
        received.arrived.clear();
        received.handled.clear();
        access.signedIn.clear();
        access.exchanges.set(0);
        access.refuses = false;
    }

    Turns turns() {
        return context.getBean(Turns.class);
    }

    SignInCodes codes() {
        return context.getBean(SignInCodes.class);
    }

    TeamsConversations conversations() {
        return context.getBean(TeamsConversations.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
