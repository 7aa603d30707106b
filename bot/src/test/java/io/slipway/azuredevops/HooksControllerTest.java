package io.slipway.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.slipway.alm.Project;
import io.slipway.ports.Received;
import io.slipway.store.StoreProperties;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class HooksControllerTest {

    private static final String RUN = """
            {"subscriptionId": "s1", "notificationId": 5, "id": "e1", "eventType": "ms.vss-pipelines.run-state-changed-event",
             "resource": {"run": {"id": 4711, "state": "completed"}}}
            """;

    private static final String APPROVAL = """
            {"subscriptionId": "s2", "notificationId": 5, "id": "e2",
             "eventType": "ms.vss-pipelinechecks-events.approval-pending",
             "resource": {"approval": {"id": "a1", "pipeline": {"owner": {"id": 4711}}}, "run": null, "stage": null}}
            """;

    private final List<String> heard = new ArrayList<>();
    private MockMvc web;
    private RecordedAzure server;

    @BeforeEach
    void start() throws Exception {
        server = new RecordedAzure();
        HooksController.Listeners listeners = new HooksController.Listeners(
                List.of(run ->
                        heard.add("run " + run.id() + " of " + run.project().name())),
                List.of((run, gate) -> heard.add("gate " + gate + " of " + run.id())));
        web = MockMvcBuilders.standaloneSetup(
                        new HooksController(server.settings(), server.azure(), new Memory(), listeners))
                .build();
    }

    @Test
    void a_change_is_heard_once_however_often_it_is_told() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(call(RUN, "a-secret-of-the-hooks")).isEqualTo(200);
        }
        assertThat(call(APPROVAL, "a-secret-of-the-hooks")).isEqualTo(200);

        assertThat(heard).containsExactly("run 4711 of Expenses", "run 4711 of Expenses", "gate a1 of 4711");
    }

    @Test
    void the_secret_is_not_written_down_with_the_other_settings() {
        assertThat(server.settings().toString()).contains("address").doesNotContain("a-secret-of-the-hooks");
        assertThat(new StoreProperties(Path.of("data"), "sealing-key").toString())
                .contains("data")
                .doesNotContain("sealing-key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong", "a-secret-of-the-hooks "})
    void without_the_secret_nothing_is_heard(String secret) throws Exception {
        assertThat(call(RUN, secret)).isEqualTo(401);
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no json", "[]", "null", "7", "{}", "{\"eventType\": 5", "{\"eventType\": {\"a\": []}}"})
    void what_is_no_event_is_refused(String body) throws Exception {
        assertThat(call(body, "a-secret-of-the-hooks")).isEqualTo(400);
    }

    @Test
    void unknown_events_and_oversized_or_deep_bodies_do_no_harm() throws Exception {
        assertThat(call("{\"eventType\": \"new\", \"resource\": 7}", "a-secret-of-the-hooks"))
                .isEqualTo(200);
        assertThat(call("[".repeat(100_000), "a-secret-of-the-hooks")).isEqualTo(400);
        assertThat(call("x".repeat(2_000_000), "a-secret-of-the-hooks")).isEqualTo(413);
        assertThat(heard).isEmpty();
    }

    @Test
    void mutilated_events_never_make_it_fail() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            byte[] body = (i % 2 == 0 ? RUN : APPROVAL).getBytes(StandardCharsets.UTF_8);
            for (int j = 0; j < 1 + i % 5; j++) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            assertThat(call(new String(body, StandardCharsets.ISO_8859_1), "a-secret-of-the-hooks"))
                    .isLessThan(500);
        }
    }

    private int call(String body, String secret) throws Exception {
        String basic = Base64.getEncoder().encodeToString(("slipway:" + secret).getBytes(StandardCharsets.UTF_8));
        Project project = new Project(server.project().organization(), "Expenses");
        URI address = HookAddress.of(URI.create("http://localhost"), project);
        return web.perform(
                        post(address).header("Authorization", "Basic " + basic).content(body))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** Remembers what arrived, in this test only. */
    private static final class Memory implements Received {
        private final Set<String> seen = new HashSet<>();

        @Override
        public boolean first(String id, String body) {
            return seen.add(id);
        }

        @Override
        public void handled(String id) {}

        @Override
        public List<Unhandled> unhandled(Instant before) {
            return List.of();
        }

        @Override
        public void forget(Instant before) {}
    }
}
