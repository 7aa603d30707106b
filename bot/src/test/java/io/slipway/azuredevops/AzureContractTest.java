package io.slipway.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.alm.Decision;
import io.slipway.alm.Project;
import io.slipway.alm.RunRef;
import io.slipway.alm.RunRequest;
import io.slipway.alm.Solution;
import io.slipway.alm.SolutionVersion;
import io.slipway.contracts.Contracts;
import io.slipway.contracts.Operations;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every request that we send to Azure DevOps is one that its published specification knows, member by member. */
class AzureContractTest {

    private static final String APPROVAL = """
            {"id": "a1", "status": "pending", "permissions": "view, update", "minRequiredApprovers": 1,
             "steps": [{"assignedApprover": {"id": "i1", "displayName": "Rita", "descriptor": "aad.x"}, "status": "pending"}],
             "blockedApprovers": [{"id": "i2"}], "pipeline": {"owner": {"id": 7}}}
            """;

    private static final String TIMELINE = """
            {"records": [{"id": "s", "type": "Stage", "identifier": "prod", "state": "completed", "result": "failed"},
             {"id": "t", "parentId": "s", "type": "Task", "name": "Import", "state": "completed", "result": "failed", "log": {"id": 3}},
             {"id": "c", "parentId": "s", "type": "Checkpoint", "state": "inProgress"},
             {"id": "a1", "parentId": "c", "type": "Checkpoint.Approval", "state": "inProgress"}]}
            """;

    private Operations operations;
    private RecordedAzure server;
    private Project project;
    private RunRef run;

    @BeforeEach
    void start() throws IOException {
        operations = new Operations(Contracts.present());
        server = new RecordedAzure()
                .answer(
                        "GET .*/build/definitions",
                        "{\"value\": [{\"id\": 2, \"name\": \"deploy\"}, {\"id\": 1, \"name\": \"build\"}]}")
                .answer("POST .*/pipelines/2/runs", "{\"id\": 7, \"name\": \"20261123.1\"}")
                .answer(
                        "GET .*/build/builds",
                        "{\"value\": [{\"id\": 7, \"buildNumber\": \"1.4.0.13\", \"templateParameters\": {\"slipwayRequest\": \"k\"}}]}")
                .answer("GET .*/build/builds/7", "{\"id\": 7, \"status\": \"completed\", \"result\": \"failed\"}")
                .answer("GET .*/timeline", TIMELINE)
                .answer("GET .*/logs/3", "2026-11-23T10:00:00.1Z ##[error]Broken")
                .answer("GET .*/artifacts", "{\"value\": [{\"name\": \"drop\"}]}")
                .answer("PATCH .*/build/builds/7", "{\"id\": 7}")
                .answer("PATCH .*/stages/prod", "")
                .answer("GET .*/pipelines/approvals", "{\"value\": [" + APPROVAL + "]}")
                .answer("PATCH .*/pipelines/approvals", "{\"value\": [" + APPROVAL + "]}")
                .answer("GET .*/pipelines/approvals/a1", APPROVAL)
                .answer("GET .*/graph/descriptors/i2", "{\"value\": \"aad.y\"}")
                .answer("GET .*/graph/users/.*", "{\"originId\": \"entra\"}")
                .answer("GET .*/_apis/projects/Expenses", "{\"id\": \"p1\", \"name\": \"Expenses\"}")
                .answer(
                        "GET .*/hooks/subscriptions",
                        "{\"value\": [{\"id\": \"h1\", \"status\": \"disabledBySystem\"}]}")
                .answer("POST .*/hooks/subscriptions", "{\"id\": \"h2\"}")
                .answer("PUT .*/hooks/subscriptions/.*", "{\"id\": \"h1\"}");
        project = server.project();
        run = new RunRef(project, 7);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void requests_about_runs_are_known() {
        AzurePipelines pipelines = new AzurePipelines(server.azure(), server.settings(), RecordedAzure.CLOCK);
        Solution solution = new Solution("Expenses", "Expenses", project, "build", "deploy", List.of("test"));
        RunRequest request =
                new RunRequest("k", solution, SolutionVersion.parse("1.4.0.13").orElseThrow(), List.of("prod"));

        pipelines.queue(request, RecordedAzure.RITA);
        pipelines.find(request, RecordedAzure.CLOCK.instant());
        pipelines.read(run);
        pipelines.cancel(run, RecordedAzure.RITA);
        pipelines.retry(run, "prod", RecordedAzure.RITA);
        pipelines.packages(solution);

        allAreKnown(11);
    }

    @Test
    void requests_about_gates_are_known() {
        AzureGates gates = new AzureGates(server.azure(), RecordedAzure.CLOCK);

        gates.holding(run);
        gates.read(project, "a1", RecordedAzure.RITA);
        gates.waitingFor(project, RecordedAzure.RITA);
        gates.decide(project, "a1", Decision.REJECT, "no", RecordedAzure.RITA);

        allAreKnown(8);
    }

    @Test
    void requests_about_hooks_are_known() {
        AzureDevOps azure = server.azure();

        new Subscriptions(azure, new AzureProjects(azure), server.settings()).ensure(project);

        allAreKnown(6);
    }

    private void allAreKnown(int atLeast) {
        assertThat(server.sent()).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(server.sent().stream().flatMap(one -> operations.faults(one).stream()))
                .isEmpty();
    }
}
