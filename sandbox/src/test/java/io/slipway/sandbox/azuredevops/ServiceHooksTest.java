package io.slipway.sandbox.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.azuredevops.Contoso.Answer;
import io.slipway.sandbox.http.CloudServer;
import io.slipway.sandbox.http.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ServiceHooksTest {

    private static final String RUN = "ms.vss-pipelines.run-state-changed-event";
    private static final String PENDING = "ms.vss-pipelinechecks-events.approval-pending";

    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final List<String> credentials = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;
    private Contoso contoso;
    private CloudServer listener;

    @BeforeEach
    void start(@TempDir Path state) {
        contoso = new Contoso(state);
        listener = CloudServer.start(
                "a listener",
                0,
                config -> config.routes.post("/hook", http -> {
                    heard.add(Json.read(http.body()));
                    credentials.add(String.valueOf(http.header("Authorization")));
                    http.status(answer);
                }));
    }

    @AfterEach
    void end() {
        contoso.close();
        listener.close();
    }

    @Test
    void events_of_a_run_and_of_its_approval_arrive_with_what_the_real_ones_have() {
        subscribe(RUN);
        subscribe(PENDING);

        int run = contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);

        await(() -> heard.size() == 2);
        JsonNode changed = heard(RUN);
        assertThat(changed.path("resource").path("run").path("id").asInt(0)).isEqualTo(run);
        assertThat(changed.path("resource").path("run").path("state").stringValue(""))
                .isEqualTo("inProgress");
        assertThat(changed.path("resourceContainers").has("project")).isTrue();
        assertThat(changed.path("resourceVersion").stringValue("")).isEqualTo("5.1-preview.1");
        JsonNode pending = heard(PENDING);
        assertThat(pending.path("resource").path("approval").path("status").stringValue(""))
                .isEqualTo("pending");
        assertThat(pending.path("resource").path("run").path("requestedFor").stringValue(""))
                .isEqualTo("Mia Berger");
        assertThat(pending.path("resourceContainers").has("project")).isFalse();
        assertThat(credentials).containsOnly("Basic aG9vazpzZWNyZXQ=");
    }

    @Test
    void secrets_of_a_subscription_are_not_shown_again() {
        JsonNode made = subscribe(RUN).json();

        assertThat(made.path("consumerInputs").path("basicAuthPassword").stringValue(""))
                .isEqualTo("********");
    }

    @Test
    void a_listener_that_fails_puts_its_subscription_on_probation_and_gets_out_of_it_again() {
        String id = subscribe(RUN).json().path("id").stringValue("");
        answer = 500;

        contoso.deploy("mia", "1.4.0.13");
        contoso.turn(2);
        await(() -> status(id).equals("onProbation"));
        answer = 200;
        contoso.turn(30);

        await(() -> status(id).equals("enabled"));
    }

    @Test
    void a_listener_that_says_gone_is_not_called_again() {
        String id = subscribe(RUN).json().path("id").stringValue("");
        answer = 410;

        contoso.deploy("mia", "1.4.0.13");
        contoso.turn(2);

        await(() -> status(id).equals("disabledBySystem"));
    }

    @Test
    void the_same_event_can_be_delivered_again_under_the_same_ids() {
        subscribe(PENDING);
        contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);
        await(() -> heard.size() == 1);

        contoso.cloud.switches().redeliver();

        await(() -> heard.size() == 2);
        assertThat(heard.get(1).path("id")).isEqualTo(heard.get(0).path("id"));
        assertThat(heard.get(1).path("notificationId")).isEqualTo(heard.get(0).path("notificationId"));
    }

    @Test
    void whoever_is_no_administrator_of_the_project_may_not_subscribe() {
        Answer refused = subscribe("mia", RUN);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.message()).contains("Edit subscriptions");
    }

    private Answer subscribe(String event) {
        return subscribe("slipway", event);
    }

    private Answer subscribe(String who, String event) {
        return contoso.call(who, "POST", "/_apis/hooks/subscriptions?api-version=7.1", """
                {"publisherId": "pipelines", "eventType": "%s", "resourceVersion": "5.1-preview.1",
                 "consumerId": "webHooks", "consumerActionId": "httpRequest",
                 "publisherInputs": {"projectId": "%s"},
                 "consumerInputs": {"url": "%s/hook", "basicAuthUsername": "hook", "basicAuthPassword": "secret"}}
                """.formatted(
                        event, Names.PROJECT_ID, listener.address()));
    }

    private String status(String subscription) {
        return contoso.get("slipway", "/_apis/hooks/subscriptions/" + subscription + "?api-version=7.1")
                .json()
                .path("status")
                .stringValue("");
    }

    private JsonNode heard(String event) {
        return heard.stream()
                .filter(e -> e.path("eventType").stringValue("").equals(event))
                .findFirst()
                .orElseThrow();
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < 500 && !condition.getAsBoolean(); i++) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
