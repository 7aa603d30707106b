package io.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.slipway.alm.Problem;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private final MockWebServer server = new MockWebServer();
    private final Http http = Http.of(HttpProperties.usual(), Clock.fixed(NOW, ZoneOffset.UTC));

    record Thing(String name, int count) {}

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void reads_json_and_leaves_out_what_it_does_not_know() throws InterruptedException {
        answer(200, "{\"name\":\"a\",\"count\":null,\"new\":{\"x\":1}}");

        assertThat(http.get(uri()).bearer("secret").as(Thing.class)).isEqualTo(new Thing("a", 0));

        RecordedRequest sent = server.takeRequest();
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer secret");
        assertThat(sent.getHeaders().get("x-ms-client-request-id")).isNotBlank();
    }

    @Test
    void tries_a_read_again_when_the_service_stumbles() {
        answer(503, "");
        answer(502, "");
        answer(200, "{\"name\":\"a\"}");

        assertThat(http.get(uri()).as(Thing.class).name()).isEqualTo("a");
    }

    @Test
    void tries_a_read_again_when_the_connection_breaks() {
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        answer(200, "{\"name\":\"a\"}");

        assertThat(http.get(uri()).as(Thing.class).name()).isEqualTo("a");
    }

    @Test
    void sends_a_write_once_even_if_nobody_knows_whether_it_arrived() {
        answer(200, "{\"name\":\"a\"}");
        http.get(uri()).as(Thing.class);
        server.enqueue(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());
        answer(200, "{\"name\":\"b\"}");

        assertThatThrownBy(() -> http.post(uri()).json(Map.of("a", 1)).as(Thing.class))
                .isInstanceOf(Problem.Unavailable.class);

        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void leaves_long_waits_to_the_engine() {
        server.enqueue(new MockResponse.Builder()
                .code(429)
                .addHeader("Retry-After", "120")
                .build());

        Problem.Unavailable problem = catchThrowableOfType(
                Problem.Unavailable.class, () -> http.get(uri()).as(Thing.class));

        assertThat(problem.retryAfter()).contains(Duration.ofSeconds(120));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void understands_a_date_as_time_to_come_back() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Retry-After", "Mon, 23 Nov 2026 10:00:30 GMT")
                .build());

        Answer slowedDown = http.get(uri()).answer();

        assertThat(slowedDown.status()).isEqualTo(200);
        assertThat(slowedDown.retryAfter()).contains(Duration.ofSeconds(30));
    }

    @Test
    void takes_no_token_along_to_another_host() throws Exception {
        try (MockWebServer other = new MockWebServer()) {
            other.start();
            other.enqueue(new MockResponse.Builder().body("{\"name\":\"a\"}").build());
            server.enqueue(new MockResponse.Builder()
                    .code(307)
                    .addHeader("Location", "http://127.0.0.1:" + other.getPort() + "/there")
                    .build());

            http.get(uri()).bearer("secret").as(Thing.class);

            assertThat(other.takeRequest().getHeaders().get("Authorization")).isNull();
        }
    }

    @Test
    void takes_no_answer_without_end() {
        answer(200, "{\"name\":\"" + "a".repeat(5000) + "\"}");

        assertThatThrownBy(() -> http.get(uri()).atMost(1000).as(Thing.class)).isInstanceOf(Problem.Refused.class);
    }

    @Test
    void says_broken_when_the_answer_is_no_json() {
        answer(200, "{\"name\":");

        assertThatThrownBy(() -> http.get(uri()).as(Thing.class)).isInstanceOf(Problem.Broken.class);
    }

    @Test
    void finds_nothing_where_nothing_is() {
        answer(404, "{\"message\":\"no\"}");

        assertThat(http.get(uri()).find(Thing.class)).isEmpty();
    }

    private void answer(int status, String body) {
        server.enqueue(new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build());
    }

    private URI uri() {
        return server.url("/thing").uri();
    }
}
