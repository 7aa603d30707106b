package io.slipway.teams;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.jwk.RSAKey;
import io.slipway.ports.Reply;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class BadInputDoorTest {

    private static final String TENANT = "5c0a7d6e-1d0f-4b53-9c5e-0b6f2f7f3a10";
    private static BotFramework framework;
    private static RunningPorch porch;
    private static String authorization;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeAll
    static void start() throws IOException {
        framework = new BotFramework();
        RSAKey key = framework.publish("k1", "msteams");
        authorization = BotFramework.signed(
                key,
                BotFramework.claims(Instant.EPOCH.plusSeconds(60))
                        .expirationTime(Date.from(Clock.systemUTC().instant().plusSeconds(3600)))
                        .build());
        porch = new RunningPorch(
                "--slipway.teams.app-id=" + BotFramework.APP,
                "--slipway.teams.tenant=" + TENANT,
                "--slipway.teams.metadata=" + framework.metadata(),
                "--slipway.teams.service-hosts=nowhere.invalid");
        porch.inbox.toMessage = message -> new Reply.Silence();
        porch.inbox.toClick = click -> new Reply.Silence();
        porch.inbox.toJoined = new Reply.Silence();
    }

    @AfterAll
    static void end() {
        porch.close();
        framework.close();
    }

    @BeforeEach
    void watchTheLog() {
        log.start();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
    }

    @AfterEach
    void leaveTheLog() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "42",
                "[]",
                "{}",
                "\"message\"",
                "not json",
                "<xml/>",
                "{\"type\":",
                "{\"type\":5}",
                "{\"type\":{}}",
                "{\"type\":\"message\"}",
                "{\"type\":\"message\",\"text\":{}}",
                "{\"type\":\"message\",\"from\":[]}",
                "{\"type\":\"message\",\"timestamp\":\"yesterday\"}",
                "{\"type\":\"invoke\",\"name\":\"adaptiveCard/action\"}"
            })
    void what_is_no_activity_is_refused(String body) throws Exception {
        assertThat(post(body)).isBetween(400, 499);

        assertNoStackTrace();
    }

    @Test
    void what_is_too_large_is_refused() throws Exception {
        String tenMegabytes = "{\"type\":\"message\",\"text\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}";

        assertThat(post(tenMegabytes)).isEqualTo(413);
        assertThat(post(tenMegabytes, "Bearer nonsense")).isEqualTo(401);
        assertNoStackTrace();
    }

    @Test
    void what_is_too_deep_is_refused() throws Exception {
        String deep = "{\"type\":\"message\",\"value\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";

        assertThat(post(deep)).isEqualTo(400);
        assertNoStackTrace();
    }

    @Test
    void a_thousand_mutations_of_real_activities_are_understood_or_refused() throws Exception {
        Mutations mutations = new Mutations(new Random(20261123));
        List<Function<String, String>> samples =
                List.of(Samples::message, Samples::submit, Samples::execute, Samples::added, Samples::exchange);

        for (int i = 0; i < 1000; i++) {
            String body = mutations.of(samples.get(i % samples.size()).apply("m" + i));
            assertThat(post(body)).as("mutation %d: %s", i, body).isBetween(200, 499);
        }

        assertNoStackTrace();
        assertThat(post(Samples.message("alive"))).isEqualTo(200);
    }

    @Test
    void a_look_at_the_address_is_answered() throws Exception {
        HttpRequest head = HttpRequest.newBuilder(porch.address(MessagesController.PATH))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(http.send(head, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobody_gets_in_without_a_token() throws Exception {
        assertThat(post(Samples.message("9"), "")).isEqualTo(401);
        assertThat(porch.received.arrived.keySet()).noneMatch(key -> key.endsWith("|9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999-1d0f-4b53-9c5e-0b6f2f7f3a10", ""})
    void a_stranger_with_a_good_token_from_another_directory_is_refused(String directory) throws Exception {
        assertThat(post(Samples.message("ours"))).isEqualTo(200);

        assertThat(post(Samples.message("theirs").replace(TENANT, directory))).isEqualTo(403);
        assertThat(post(Samples.execute("pressed").replace(TENANT, directory))).isEqualTo(403);
    }

    private void assertNoStackTrace() {
        assertThat(log.list)
                .filteredOn(event -> event.getThrowableProxy() != null)
                .as("stack traces in the log")
                .isEmpty();
    }

    private int post(String body) throws Exception {
        return post(body, authorization);
    }

    private int post(String body, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(porch.address(MessagesController.PATH))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
