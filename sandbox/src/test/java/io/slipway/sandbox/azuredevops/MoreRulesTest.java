package io.slipway.sandbox.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.azuredevops.Contoso.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MoreRulesTest {

    private static final String APPROVALS = "/Expenses/_apis/pipelines/approvals?api-version=7.1";

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
    void the_seed_tells_what_was_deployed_where() {
        assertThat(deployed(1)).isEqualTo(List.of("1.4.0.12", "1.4.0.11"));
        assertThat(deployed(2)).isEqualTo(List.of("1.4.0.11"));
    }

    @Test
    void a_build_gets_the_next_version_and_leaves_an_artifact_that_can_be_deployed() throws Exception {
        int build = contoso.call("mia", "POST", "/Expenses/_apis/pipelines/1/runs?api-version=7.1", "{}")
                .json()
                .path("id")
                .asInt(0);
        contoso.turn(60);

        assertThat(contoso.build(build).path("buildNumber").stringValue("")).isEqualTo("1.4.0.14");
        assertThat(contoso.build(build).path("result").stringValue("")).isEqualTo("succeeded");
        JsonNode artifact = contoso.get("mia", "/Expenses/_apis/build/builds/" + build + "/artifacts?api-version=7.1")
                .json()
                .path("value")
                .path(0);
        HttpRequest download = HttpRequest.newBuilder(
                        URI.create(artifact.path("resource").path("downloadUrl").stringValue("")))
                .header("Authorization", "Bearer " + contoso.token("mia"))
                .build();
        HttpResponse<byte[]> zip = HttpClient.newHttpClient().send(download, BodyHandlers.ofByteArray());
        assertThat(first(zip.body())).isEqualTo("solution/Expenses_managed.zip");
        int run = contoso.deploy("mia", "1.4.0.14");
        contoso.turn(60);
        assertThat(contoso.record(run, "Stage", "test").path("result").stringValue(""))
                .isEqualTo("succeeded");
    }

    @Test
    void builds_are_listed_by_filter_and_page() {
        String builds = "/Expenses/_apis/build/builds?api-version=7.1&queryOrder=queueTimeDescending";

        Answer firstPage = contoso.get("mia", builds + "&definitions=1&$top=2");
        Answer secondPage = contoso.get(
                "mia",
                builds + "&definitions=1&$top=2&continuationToken="
                        + firstPage
                                .http()
                                .headers()
                                .firstValue("x-ms-continuationtoken")
                                .orElse(""));

        assertThat(numbers(firstPage)).containsExactly("1.4.0.13", "1.4.0.12");
        assertThat(numbers(secondPage)).containsExactly("1.4.0.11");
        assertThat(secondPage.http().headers().firstValue("x-ms-continuationtoken"))
                .isEmpty();
        assertThat(numbers(contoso.get("mia", builds + "&statusFilter=inProgress,notStarted")))
                .isEmpty();
        assertThat(numbers(contoso.get("mia", builds + "&minTime=2026-11-23T08:00:00Z")))
                .isEmpty();
    }

    @Test
    void an_approval_can_be_deferred_and_reassigned() {
        contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);
        String id = contoso.approval("rita").path("id").stringValue("");
        String jonas = contoso.get("jonas", "/_apis/connectionData?api-version=7.1-preview.1")
                .json()
                .path("authenticatedUser")
                .path("id")
                .stringValue("");

        contoso.call("omar", "PATCH", APPROVALS, """
                [{"approvalId": "%s", "reassignTo": {"id": "%s"}, "comment": "please"}]""".formatted(id, jonas));
        assertThat(contoso.decide("omar", id, "approved").status()).isEqualTo(403);
        Instants at = new Instants(contoso);
        contoso.call("jonas", "PATCH", APPROVALS, """
                [{"approvalId": "%s", "status": "approved", "deferredTo": "%s"}]""".formatted(id, at.in(600)));
        contoso.turn(300);
        assertThat(contoso.prod.imports).isEmpty();
        contoso.turn(400);

        assertThat(contoso.prod.imports).hasSize(1);
    }

    @Test
    void approvers_in_sequence_are_asked_one_after_the_other() {
        contoso.cloud.switches().needApprovers("prod", 2);
        contoso.cloud.switches().inSequence("prod", true);
        contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);
        String id = contoso.approval("rita").path("id").stringValue("");

        assertThat(contoso.decide("omar", id, "approved").status()).isEqualTo(403);
        assertThat(contoso.decide("rita", id, "approved").status()).isEqualTo(200);
        assertThat(contoso.decide("omar", id, "approved").status()).isEqualTo(200);
    }

    @Test
    void an_approval_waits_over_a_restart() {
        int run = contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);

        contoso.restart();
        contoso.decide("rita", contoso.approval("rita").path("id").stringValue(""), "approved");
        contoso.turn(60);

        assertThat(contoso.build(run).path("result").stringValue("")).isEqualTo("succeeded");
    }

    @Test
    void a_person_can_approve_on_the_page_that_the_link_of_the_run_leads_to() throws Exception {
        int run = contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);
        JsonNode approval = contoso.approval("rita");
        String web = contoso.build(run).path("_links").path("web").path("href").stringValue("");
        HttpClient browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        String rita = approval.path("steps")
                .path(0)
                .path("assignedApprover")
                .path("id")
                .stringValue("");

        String page = browser.send(HttpRequest.newBuilder(URI.create(web)).build(), BodyHandlers.ofString())
                .body();
        browser.send(
                HttpRequest.newBuilder(URI.create(web.substring(0, web.indexOf("results")) + "decide"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("status=approved&comment=fine&person=" + rita + "&approval="
                                + approval.path("id").stringValue("")))
                        .build(),
                BodyHandlers.ofString());

        assertThat(page).contains("Deploy to Production", "Rita Okafor", "Approve");
        contoso.turn(60);
        assertThat(contoso.build(run).path("result").stringValue("")).isEqualTo("succeeded");
    }

    @Test
    void part_of_a_log_can_be_read() {
        int run = contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);

        String part = contoso.get(
                        "mia", "/Expenses/_apis/build/builds/" + run + "/logs/1?startLine=0&endLine=0&api-version=7.1")
                .http()
                .body();

        assertThat(part.lines()).hasSize(1);
        assertThat(part).contains("##[section]Starting:");
    }

    private record Instants(Contoso contoso) {
        String in(int seconds) {
            return contoso.world.clock().instant().plusSeconds(seconds).toString();
        }
    }

    private List<String> deployed(int environment) {
        return contoso.get(
                        "slipway",
                        "/Expenses/_apis/pipelines/environments/" + environment
                                + "/environmentdeploymentrecords?api-version=7.2-preview.1")
                .json()
                .path("value")
                .valueStream()
                .map(d -> contoso.get(
                                "slipway",
                                "/Expenses/_apis/pipelines/2/runs/"
                                        + d.path("owner").path("id").asInt(0) + "?api-version=7.1")
                        .json()
                        .at("/resources/pipelines/build/version")
                        .stringValue(""))
                .toList();
    }

    private static List<String> numbers(Answer answer) {
        return answer.json()
                .path("value")
                .valueStream()
                .map(b -> b.path("buildNumber").stringValue(""))
                .toList();
    }

    private static String first(byte[] zip) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            return in.getNextEntry().getName();
        }
    }
}
