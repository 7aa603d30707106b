package io.slipway.teams;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.slipway.http.Http;
import io.slipway.ports.Access;
import io.slipway.ports.Inbox;
import io.slipway.ports.Received;
import io.slipway.ports.Vault;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Table of contents: what arrives from Teams, and what leaves. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TeamsProperties.class)
class TeamsConfiguration {

    private static final Logger log = LoggerFactory.getLogger(TeamsConfiguration.class);

    @Bean
    Connector connector(Http http, TeamsProperties teams, Access access) {
        return new Connector(http, new ServiceHosts(teams, access));
    }

    @Bean
    TeamsConversations teamsConversations(Connector connector) {
        return new TeamsConversations(connector);
    }

    @Bean
    Replies replies(Connector connector, TeamsProperties teams) {
        return new Replies(connector, new SignInOffer(teams));
    }

    @Bean
    SignInCodes signInCodes(Vault vault, Clock clock) {
        return new SignInCodes(vault, new SecureRandom(), clock);
    }

    @Bean
    FirstWords firstWords(Connector connector) {
        return new FirstWords(connector, Duration.ofSeconds(2));
    }

    @Bean
    Turn turn(Inbox inbox, Replies replies, SignInCodes codes, FirstWords firstWords) {
        return new Turn(inbox, replies, codes, firstWords);
    }

    @Bean
    Turns turns(TeamsProperties teams, Received received, Turn turn, Clock clock) {
        return new Turns(
                new Arrivals(teams.loopback()),
                received,
                turn,
                new Turns.Turning(Thread::startVirtualThread, teams.turns(), clock));
    }

    @Bean
    SignIns signIns(Access access, SignInCodes codes, Turn turn) {
        return new SignIns(access, codes, turn, Thread::startVirtualThread);
    }

    @Bean
    Invokes invokes(TeamsProperties teams, Inbox inbox, Replies replies, SignIns signIns) {
        return new Invokes(new Arrivals(teams.loopback()), inbox, replies, signIns);
    }

    @Bean
    Door door(TeamsProperties teams, Http http, Clock clock) {
        if (!teams.loopback()) {
            SigningKeys keys = new SigningKeys(http, teams.metadata(), clock);
            return new Door(Optional.of(new InboundTokens(keys, teams.issuer(), teams.appId(), clock)));
        }
        log.warn("*".repeat(100));
        log.warn("SLIPWAY_TEAMS_AUTH=loopback: whoever can reach 127.0.0.1 can be anybody here. No token is asked");
        log.warn("for and none is sent. For test clients on a developer's own machine only, never for real people.");
        log.warn("*".repeat(100));
        return new Door(Optional.empty());
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> loopbackOnly(TeamsProperties teams) {
        return server -> {
            if (teams.loopback()) {
                server.setAddress(InetAddress.getLoopbackAddress());
            }
        };
    }

    @Bean
    RouterFunction<ServerResponse> teamsRoutes(MessagesController messages, SignInPages signIn) {
        return route().POST(MessagesController.PATH, messages::receive)
                .HEAD(MessagesController.PATH, request -> ServerResponse.ok().build())
                .GET(SignInPages.START, signIn::start)
                .GET(SignInPages.CALLBACK, signIn::callback)
                .build();
    }

    @Bean
    MessagesController messagesController(Door door, TeamsProperties teams, Turns turns, Invokes invokes) {
        Directory directory = new Directory(teams.loopback() ? "" : teams.tenant());
        return new MessagesController(door, directory, turns, invokes);
    }

    @Bean
    SignInPages signInPages(Access access, SignInCodes codes, TeamsProperties teams, Clock clock) {
        return new SignInPages(access, codes, teams, new SecureRandom(), clock);
    }
}
