package io.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.slipway.alm.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private final MockWebServer server = new MockWebServer();
    private final Http http = Http.of(HttpProperties.usual(), Clock.systemUTC());

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_person_signs_in_again_with_the_claims_that_were_asked_for() {
        String claims = "{\"access_token\":{\"nbf\":{\"essential\":true}}}";
        String coded = Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        server.enqueue(new MockResponse.Builder()
                .code(401)
                .addHeader(
                        "WWW-Authenticate",
                        "Bearer realm=\"\", error=\"insufficient_claims\", claims=\"" + coded + "\"")
                .build());

        Problem.SignInNeeded problem = catchThrowableOfType(
                Problem.SignInNeeded.class, () -> call().onBehalf("t").as(Object.class));

        assertThat(problem.claims()).isEqualTo(claims);
    }

    @Test
    void a_sign_in_page_instead_of_json_is_a_sign_in() {
        server.enqueue(new MockResponse.Builder()
                .code(203)
                .addHeader("Content-Type", "text/html; charset=utf-8")
                .body("<html>")
                .build());
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Type", "text/html")
                .body("<html>")
                .build());

        for (int i = 0; i < 2; i++) {
            Problem problem = catchThrowableOfType(
                    Problem.class, () -> call().onBehalf("t").as(Object.class));
            assertThat(problem).isInstanceOf(Problem.SignInNeeded.class);
        }
    }

    @Test
    void the_service_itself_is_not_asked_to_sign_in() {
        server.enqueue(new MockResponse.Builder().code(401).build());

        Problem problem =
                catchThrowableOfType(Problem.class, () -> call().bearer("t").as(Object.class));

        assertThat(problem).isInstanceOf(Problem.Refused.class).hasMessageContaining("Slipway's own identity");
    }

    @Test
    void a_missing_right_is_named() {
        server.enqueue(new MockResponse.Builder()
                .code(403)
                .body("{\"message\":\"TF401027: You need the permission.\",\"typeKey\":\"AccessDenied\"}")
                .build());

        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> call().onBehalf("t").needing("\"Queue builds\"").as(Object.class));

        assertThat(problem)
                .isInstanceOf(Problem.Refused.class)
                .hasMessage("You lack the permission \"Queue builds\" in Clouds: TF401027: You need the permission. "
                        + "Ask its administrator for it.");
    }

    @Test
    void what_the_service_says_is_passed_on_without_secrets() {
        server.enqueue(new MockResponse.Builder()
                .code(400)
                .body("{\"error\":{\"code\":\"0x1\",\"message\":\"Bad thing, password=hunter22\"}}")
                .build());

        Problem problem =
                catchThrowableOfType(Problem.class, () -> call().bearer("t").as(Object.class));

        assertThat(problem)
                .isInstanceOf(Problem.Refused.class)
                .hasMessage("Clouds refused it: Bad thing, password=***.");
    }

    @Test
    void trouble_on_the_other_side_may_pass() {
        server.enqueue(new MockResponse.Builder().code(500).build());

        Problem problem =
                catchThrowableOfType(Problem.class, () -> call().bearer("t").as(Object.class));

        assertThat(problem).isInstanceOf(Problem.Unavailable.class);
    }

    private Call call() {
        return http.get(server.url("/x").uri()).of("Clouds");
    }
}
