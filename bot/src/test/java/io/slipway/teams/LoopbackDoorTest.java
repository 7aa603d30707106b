package io.slipway.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class LoopbackDoorTest {

    @Test
    void without_an_app_id_it_does_not_start_and_says_what_to_do() {
        assertThatThrownBy(RunningPorch::new)
                .hasStackTraceContaining("slipway.teams.app-id is missing")
                .hasStackTraceContaining("SLIPWAY_TEAMS_AUTH=loopback");
    }

    @Test
    void the_loopback_mode_serves_programs_on_this_machine_and_no_web_page_or_proxy() throws Exception {
        try (RunningPorch porch = new RunningPorch("--slipway.teams.auth=loopback")) {
            assertThat(post(porch, "X-Test", "1")).isEqualTo(200);
            assertThat(post(porch, "Origin", "https://evil.example")).isEqualTo(403);
            assertThat(post(porch, "X-Forwarded-For", "10.0.0.7")).isEqualTo(403);
        }
    }

    private static int post(RunningPorch porch, String header, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(porch.address(MessagesController.PATH))
                .header(header, value)
                .POST(HttpRequest.BodyPublishers.ofString("{\"type\":\"typing\"}"))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
