package io.slipway.sandbox.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.azuredevops.Contoso.Answer;
import io.slipway.sandbox.http.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is answered is what the published specification of the real service says. */
class SpecificationTest {

    private static final String VERSION = "?api-version=7.1";
    private static final String PREVIEW = "?api-version=7.1-preview.1";

    private Contoso contoso;

    @BeforeEach
    void start(@TempDir Path state) {
        contoso = new Contoso(state);
        contoso.test.failure = "Busy";
        contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);
        contoso.test.failure = "";
        contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);
    }

    @AfterEach
    void end() {
        contoso.close();
    }

    @Test
    void pipelines_and_runs() {
        Specification pipelines = Specification.read("pipelines/7.1/pipelines.json");

        hold(pipelines, "Pipeline", "/Expenses/_apis/pipelines" + VERSION);
        hold(pipelines, "Pipeline", "/Expenses/_apis/pipelines/2" + VERSION);
        hold(pipelines, "Run", "/Expenses/_apis/pipelines/2/runs" + VERSION);
        hold(pipelines, "Run", "/Expenses/_apis/pipelines/2/runs/7" + VERSION);
        hold(pipelines, "LogCollection", "/Expenses/_apis/pipelines/2/runs/7/logs" + VERSION);
        hold(
                pipelines,
                "Artifact",
                "/Expenses/_apis/pipelines/1/runs/1/artifacts" + VERSION + "&artifactName=solution");
    }

    @Test
    void builds_and_their_timelines() {
        Specification build = Specification.read("build/7.1/build.json");

        hold(build, "Build", "/Expenses/_apis/build/builds" + VERSION);
        hold(build, "Build", "/Expenses/_apis/build/builds/7" + VERSION);
        hold(build, "Timeline", "/Expenses/_apis/build/builds/6/timeline" + VERSION);
        hold(build, "Timeline", "/Expenses/_apis/build/builds/7/timeline" + VERSION);
        hold(build, "BuildLog", "/Expenses/_apis/build/builds/7/logs" + VERSION);
        hold(build, "BuildArtifact", "/Expenses/_apis/build/builds/1/artifacts" + VERSION);
        hold(build, "Change", "/Expenses/_apis/build/builds/7/changes" + VERSION);
        hold(build, "BuildDefinitionReference", "/Expenses/_apis/build/definitions" + VERSION);
        hold(build, "BuildDefinition", "/Expenses/_apis/build/definitions/2" + VERSION);
    }

    @Test
    void approvals_checks_and_environments() {
        Specification approvals = Specification.read("approvalsAndChecks/7.1/pipelinesapproval.json");
        Specification checks = Specification.read("approvalsAndChecks/7.1/pipelinesChecks.json");
        Specification environments = Specification.read("environments/7.2/environments.json");

        hold(approvals, "Approval", "/Expenses/_apis/pipelines/approvals" + VERSION + "&$expand=steps,permissions");
        hold(checks, "CheckConfiguration", "/Expenses/_apis/pipelines/checks/configurations" + PREVIEW);
        hold(environments, "EnvironmentInstance", "/Expenses/_apis/pipelines/environments" + PREVIEW);
        hold(
                environments,
                "EnvironmentDeploymentExecutionRecord",
                "/Expenses/_apis/pipelines/environments/1/environmentdeploymentrecords" + PREVIEW);
    }

    @Test
    void the_project_the_repository_and_the_people() {
        Specification core = Specification.read("core/7.1/core.json");
        Specification git = Specification.read("git/7.1/git.json");
        Specification graph = Specification.read("graph/7.1/graph.json");

        hold(core, "TeamProjectReference", "/_apis/projects" + VERSION);
        hold(core, "TeamProject", "/_apis/projects/Expenses" + VERSION);
        hold(core, "WebApiTeam", "/_apis/projects/Expenses/teams" + VERSION);
        hold(git, "GitRepository", "/Expenses/_apis/git/repositories" + VERSION);
        hold(git, "GitRef", "/Expenses/_apis/git/repositories/expenses/refs" + VERSION);
        hold(git, "GitCommitRef", "/Expenses/_apis/git/repositories/expenses/commits" + VERSION);
        hold(git, "GitItem", "/Expenses/_apis/git/repositories/expenses/items" + VERSION);
        hold(graph, "GraphUser", "/_apis/graph/users" + PREVIEW);
    }

    @Test
    void a_broken_answer_is_noticed() {
        Specification build = Specification.read("build/7.1/build.json");

        assertThat(build.faults("Build", Json.read("{\"status\": \"sleeping\"}")))
                .hasSize(1);
        assertThat(build.faults("Build", Json.read("{\"definition\": {\"id\": \"two\"}}")))
                .hasSize(1);
    }

    private void hold(Specification specification, String definition, String path) {
        Answer answer = contoso.get("mia", path);

        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(specification.faults(definition, answer.json())).as(path).isEmpty();
    }
}
