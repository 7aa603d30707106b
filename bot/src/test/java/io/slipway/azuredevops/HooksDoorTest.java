package io.slipway.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.alm.Project;
import io.slipway.alm.Run;
import io.slipway.alm.RunRequest;
import io.slipway.alm.SolutionVersion;
import io.slipway.http.Json;
import io.slipway.ports.EventSubscriptions.Outcome;
import io.slipway.sandbox.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Our subscriptions, and the calls that come of them, against an Azure DevOps that really calls. */
class HooksDoorTest {

    private final MockWebServer slipway = new MockWebServer();
    private SandboxAzure sandbox;
    private Subscriptions subscriptions;

    @BeforeEach
    void start(@TempDir Path state) throws IOException {
        slipway.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder().build();
            }
        });
        slipway.start();
        sandbox = new SandboxAzure(state);
        AzureDevOps azure = sandbox.azure();
        subscriptions = new Subscriptions(
                azure,
                new AzureProjects(azure),
                sandbox.settings(slipway.url("/").uri()));
    }

    @AfterEach
    void stop() {
        sandbox.close();
        slipway.close();
    }

    @Test
    void what_is_missing_is_made_once() {
        assertThat(subscriptions.ensure(sandbox.project())).isEqualTo(new Outcome.Subscribed(4, 0));
        assertThat(subscriptions.ensure(sandbox.project())).isEqualTo(new Outcome.Subscribed(0, 0));
    }

    @Test
    void what_was_disabled_is_repaired() {
        subscriptions.ensure(sandbox.project());
        ObjectNode one = (ObjectNode) all().path("value").get(0);
        one.put("status", "disabledByUser");
        sandbox.azure()
                .setUp(
                        "PUT",
                        AzureDevOps.over(
                                sandbox.project(),
                                "hooks",
                                "subscriptions",
                                one.path("id").asString("")))
                .json(one)
                .good();

        assertThat(subscriptions.ensure(sandbox.project())).isEqualTo(new Outcome.Subscribed(0, 1));
        assertThat(all().path("value").valueStream().map(s -> s.path("status").asString("")))
                .containsOnly("enabled");
    }

    @Test
    void without_the_right_it_says_who_has_to_do_what_and_where() {
        sandbox.cloud.switches().take(World.BOT_PRINCIPAL, "Edit subscriptions");

        Outcome outcome = subscriptions.ensure(sandbox.project());

        assertThat(outcome).isInstanceOfSatisfying(Outcome.NotAllowed.class, refused -> {
            assertThat(refused.remedy()).contains("project administrator").contains("Edit subscriptions");
            assertThat(refused.where().toString()).endsWith("/contoso/Expenses/_settings/serviceHooks");
        });
    }

    @Test
    void a_run_and_its_gate_are_heard_of_with_the_project_that_we_know() throws InterruptedException {
        subscriptions.ensure(sandbox.project());

        Run run = new AzurePipelines(sandbox.azure(), sandbox.settings(), sandbox.world.clock())
                .queue(
                        new RunRequest(
                                "key",
                                sandbox.solution(),
                                SolutionVersion.parse("1.4.0.13").orElseThrow(),
                                List.of("test")),
                        sandbox.person("mia"));
        sandbox.turn(60);

        Set<String> heard = new HashSet<>();
        boolean gate = false;
        while (!gate || !heard.contains("ms.vss-pipelines.run-state-changed-event")) {
            RecordedRequest call = slipway.takeRequest(20, TimeUnit.SECONDS);
            assertThat(call).as("heard so far: " + heard).isNotNull();
            Hook hook = Hook.read(call.getBody().toByteArray()).orElseThrow();
            heard.add(hook.event());
            gate |= hook.gate().isPresent();
            assertThat(hook.run()).contains(run.ref().id());
            assertThat(hook.id()).contains("/");
            assertThat(project(call)).contains(sandbox.project());
            assertThat(call.getHeaders().get("Authorization")).isEqualTo("Basic " + secret());
        }
    }

    private static Optional<Project> project(RecordedRequest call) {
        return Optional.ofNullable(call.getUrl().queryParameter(HookAddress.PROJECT))
                .flatMap(AzureProjects::parse);
    }

    private static String secret() {
        return Base64.getEncoder().encodeToString("slipway:a-secret-of-the-hooks".getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode all() {
        return Json.read(
                sandbox.azure()
                        .read(AzureDevOps.over(sandbox.project(), "hooks", "subscriptions"))
                        .good()
                        .body(),
                JsonNode.class);
    }
}
