package io.slipway.sandbox.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.azuredevops.Contoso.Answer;
import io.slipway.sandbox.entra.AccessTokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class RefusalsTest {

    private static final String RUNS = "/Expenses/_apis/pipelines/2/runs?api-version=7.1";

    private Contoso contoso;

    @BeforeEach
    void start(@TempDir Path state) {
        contoso = new Contoso(state);
    }

    @AfterEach
    void end() {
        contoso.close();
    }

    @Test
    void without_a_token_for_azure_devops_nobody_comes_in() {
        URI projects = URI.create(contoso.cloud.address() + "/contoso/_apis/projects?api-version=7.1");
        String foreign = new AccessTokens(contoso.tokens, contoso.world)
                .ofPerson(contoso.world.human("mia").orElseThrow(), "api://other", "x");

        Answer nothing = contoso.send(HttpRequest.newBuilder(projects));
        Answer other = contoso.send(HttpRequest.newBuilder(projects).header("Authorization", "Bearer " + foreign));
        Answer broken = contoso.send(HttpRequest.newBuilder(projects).header("Authorization", "Basic Og=="));
        Answer browser = contoso.send(HttpRequest.newBuilder(projects).header("Accept", "text/html"));

        assertThat(nothing.status()).isEqualTo(401);
        assertThat(nothing.http().headers().allValues("WWW-Authenticate"))
                .anyMatch(v -> v.startsWith("Bearer authorization_uri="));
        assertThat(other.status()).isEqualTo(401);
        assertThat(other.message()).contains("TF400813");
        assertThat(broken.status()).isEqualTo(203);
        assertThat(browser.status()).isEqualTo(302);
    }

    @Test
    void the_version_must_be_named_and_a_preview_must_be_called_one() {
        assertThat(contoso.get("mia", "/_apis/projects").typeKey()).isEqualTo("VssVersionNotSpecifiedException");
        assertThat(contoso.get("mia", "/_apis/connectionData?api-version=7.1").typeKey())
                .isEqualTo("VssInvalidPreviewVersionException");
        assertThat(contoso.get("mia", "/_apis/projects?api-version=7.2").typeKey())
                .isEqualTo("VssInvalidPreviewVersionException");
        assertThat(contoso.get("mia", "/_apis/projects?api-version=9.0").typeKey())
                .isEqualTo("VssVersionOutOfRangeException");
        assertThat(contoso.get("mia", "/_apis/connectionData?api-version=7.1-preview.1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_run_must_name_what_exists() {
        assertThat(run("mia", "{\"templateParameters\": {\"color\": \"red\"}}").message())
                .contains("Unexpected parameter 'color'");
        assertThat(run("mia", "{\"stagesToSkip\": [\"moon\"]}").message()).contains("moon");
        assertThat(run("mia", "{\"resources\": {\"pipelines\": {\"build\": {\"version\": \"9.9.9.9\"}}}}")
                        .message())
                .contains("9.9.9.9");
        assertThat(run("mia", "{\"templateParameters\": {\"slipwayRequest\": 7}}")
                        .status())
                .isEqualTo(400);
        assertThat(run("mia", "{\"resources\": {\"repositories\": {\"self\": {\"refName\": \"refs/heads/no\"}}}}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_preview_shows_the_yaml_and_queues_nothing() {
        int before = contoso.get("mia", RUNS).json().path("count").asInt(0);

        Answer preview = run("mia", "{\"previewRun\": true}");

        assertThat(preview.json().path("finalYaml").stringValue("")).contains("Deploy to Production");
        assertThat(contoso.get("mia", RUNS).json().path("count").asInt(0)).isEqualTo(before);
    }

    @Test
    void the_service_may_read_but_neither_queue_nor_approve() {
        contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);
        String approval = contoso.approval("slipway").path("id").stringValue("");

        Answer queued = run("slipway", "{}");

        assertThat(queued.status()).isEqualTo(403);
        assertThat(queued.message()).contains("TF215106", "Queue builds");
        assertThat(contoso.decide("slipway", approval, "approved").status()).isEqualTo(403);
    }

    @Test
    void whoever_asked_may_not_approve_and_nobody_twice() {
        contoso.deploy("rita", "1.4.0.13");
        contoso.turn(60);
        JsonNode approval = contoso.approval("rita");
        String id = approval.path("id").stringValue("");

        assertThat(approval.path("permissions").stringValue("")).isEqualTo("view");
        assertThat(contoso.decide("rita", id, "approved").status()).isEqualTo(403);
        assertThat(contoso.decide("mia", id, "approved").status()).isEqualTo(403);
        assertThat(contoso.decide("omar", id, "approved").status()).isEqualTo(200);
        assertThat(contoso.decide("omar", id, "approved").status()).isEqualTo(400);
        assertThat(contoso.decide("omar", "no-such-approval", "approved").status())
                .isEqualTo(404);
    }

    @Test
    void two_approvers_are_waited_for_where_two_are_needed() {
        contoso.cloud.switches().needApprovers("prod", 2);
        contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);
        String id = contoso.approval("rita").path("id").stringValue("");

        Answer first = contoso.decide("rita", id, "approved");
        Answer second = contoso.decide("omar", id, "approved");

        assertThat(first.json().path("value").path(0).path("status").stringValue(""))
                .isEqualTo("pending");
        assertThat(second.json().path("value").path(0).path("status").stringValue(""))
                .isEqualTo("approved");
    }

    @Test
    void an_approval_can_time_out() {
        int run = contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);

        contoso.turn(43_200 * 60);

        assertThat(contoso.build(run).path("result").stringValue("")).isEqualTo("failed");
        assertThat(contoso.get("mia", "/Expenses/_apis/pipelines/approvals?state=timedOut&api-version=7.1")
                        .json()
                        .path("count")
                        .asInt(0))
                .isEqualTo(1);
    }

    @Test
    void bad_days_can_be_asked_for() {
        AzureDevOpsSwitches switches = contoso.cloud.switches();
        switches.tooManyRequests(1, 3);
        Answer refused = contoso.get("mia", "/_apis/projects?api-version=7.1");
        switches.slowDown(2);
        Answer slow = contoso.get("mia", "/_apis/projects?api-version=7.1");
        switches.slowDown(0);
        switches.failTask("Import the solution", List.of("Out of storage"));
        int run = contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);
        switches.down(true);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.http().headers().firstValue("Retry-After")).contains("3");
        assertThat(refused.message()).startsWith("TF400733");
        assertThat(slow.status()).isEqualTo(200);
        assertThat(slow.http().headers().firstValue("Retry-After")).contains("2");
        assertThat(contoso.get("mia", RUNS).status()).isEqualTo(503);
        switches.down(false);
        assertThat(contoso.build(run).path("result").stringValue("")).isEqualTo("failed");
    }

    private Answer run(String who, String body) {
        return contoso.call(who, "POST", RUNS, body);
    }
}
