package io.slipway.sandbox.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.azuredevops.Contoso.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DeployRunTest {

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
    void a_deployment_imports_into_test_waits_for_approval_and_then_imports_into_production() {
        int run = contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);

        assertThat(contoso.test.imports).hasSize(1);
        assertThat(contoso.test.imports.getFirst().path("CustomizationFile").stringValue(""))
                .isNotEmpty();
        assertThat(contoso.record(run, "Stage", "test").path("result").stringValue(""))
                .isEqualTo("succeeded");
        assertThat(contoso.record(run, "Stage", "prod").path("state").stringValue(""))
                .isEqualTo("pending");
        assertThat(contoso.record(run, "Checkpoint.Approval", "prod")
                        .path("state")
                        .stringValue(""))
                .isEqualTo("inProgress");
        JsonNode approval = contoso.approval("rita");
        assertThat(approval.path("permissions").stringValue("")).isEqualTo("update");
        assertThat(approval.path("pipeline").path("owner").path("id").asInt(0)).isEqualTo(run);

        Answer decided = contoso.decide("rita", approval.path("id").stringValue(""), "approved");
        contoso.turn(60);

        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.json().path("value").path(0).path("status").stringValue(""))
                .isEqualTo("approved");
        assertThat(contoso.prod.imports).hasSize(1);
        assertThat(contoso.build(run).path("result").stringValue("")).isEqualTo("succeeded");
    }

    @Test
    void an_import_that_fails_fails_its_task_stage_and_run_with_the_words_of_dataverse() {
        contoso.test.failure = "The connection reference con_sharepoint is missing.";

        int run = contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);

        JsonNode task = contoso.record(run, "Task", "test.import.__default.3");
        assertThat(task.path("result").stringValue("")).isEqualTo("failed");
        assertThat(task.path("issues").path(0).path("message").stringValue("")).contains("con_sharepoint");
        String log = contoso.get(
                        "mia",
                        "/Expenses/_apis/build/builds/" + run + "/logs/"
                                + task.path("log").path("id").asInt(0) + "?api-version=7.1")
                .http()
                .body();
        assertThat(log).contains("##[error]The connection reference con_sharepoint is missing.");
        assertThat(contoso.record(run, "Stage", "prod").path("result").stringValue(""))
                .isEqualTo("skipped");
        assertThat(contoso.build(run).path("result").stringValue("")).isEqualTo("failed");
    }

    @Test
    void a_failed_stage_is_tried_again_as_attempt_two_and_the_stage_behind_it_waits_for_it() {
        contoso.test.failure = "Busy";
        int run = contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);
        contoso.test.failure = "";

        Answer retried = contoso.call(
                "mia",
                "PATCH",
                "/Expenses/_apis/build/builds/" + run + "/stages/test?api-version=7.1",
                "{\"state\": \"retry\", \"forceRetryAllJobs\": false}");
        contoso.turn(60);

        assertThat(retried.status()).isEqualTo(204);
        JsonNode stage = contoso.record(run, "Stage", "test");
        assertThat(stage.path("attempt").asInt(0)).isEqualTo(2);
        assertThat(stage.path("result").stringValue("")).isEqualTo("succeeded");
        JsonNode earlier = stage.path("previousAttempts").path(0);
        JsonNode timeline = contoso.get(
                        "mia",
                        "/Expenses/_apis/build/builds/" + run + "/timeline/"
                                + earlier.path("timelineId").stringValue("") + "?api-version=7.1")
                .json();
        assertThat(timeline.path("records").path(0).path("result").stringValue(""))
                .isEqualTo("failed");
        assertThat(contoso.approval("rita").path("status").stringValue("")).isEqualTo("pending");
    }

    @Test
    void a_rejected_approval_fails_the_run() {
        int run = contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);

        contoso.decide("omar", contoso.approval("omar").path("id").stringValue(""), "rejected");

        assertThat(contoso.build(run).path("result").stringValue("")).isEqualTo("failed");
        assertThat(contoso.prod.imports).isEmpty();
    }

    @Test
    void a_run_goes_on_after_a_restart() {
        int run = contoso.deploy("mia", "1.4.0.13");
        contoso.turn(8);

        contoso.restart();
        contoso.turn(60);

        assertThat(contoso.record(run, "Stage", "test").path("result").stringValue(""))
                .isEqualTo("succeeded");
        assertThat(contoso.test.imports).hasSize(1);
    }

    @Test
    void a_cancelled_run_ends_cancelled_and_takes_its_approval_with_it() {
        int run = contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);
        String approval = contoso.approval("rita").path("id").stringValue("");

        Answer answer = contoso.call(
                "mia",
                "PATCH",
                "/Expenses/_apis/build/builds/" + run + "?api-version=7.1",
                "{\"status\": \"cancelling\"}");
        contoso.turn(5);

        assertThat(answer.json().path("status").stringValue("")).isEqualTo("cancelling");
        assertThat(contoso.build(run).path("result").stringValue("")).isEqualTo("canceled");
        assertThat(contoso.decide("rita", approval, "approved").status()).isEqualTo(400);
    }

    @Test
    void a_run_of_test_alone_skips_production() {
        Answer answer = contoso.call(
                "mia",
                "POST",
                "/Expenses/_apis/pipelines/2/runs?api-version=7.1",
                "{\"stagesToSkip\": [\"prod\"], \"resources\": {\"pipelines\": {\"build\": {\"version\": \"1.4.0.13\"}}}}");
        contoso.turn(60);

        int run = answer.json().path("id").asInt(0);
        assertThat(contoso.build(run).path("result").stringValue("")).isEqualTo("succeeded");
        assertThat(contoso.record(run, "Stage", "prod").path("result").stringValue(""))
                .isEqualTo("skipped");
    }
}
