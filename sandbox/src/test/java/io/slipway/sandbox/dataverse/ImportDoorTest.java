package io.slipway.sandbox.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.dataverse.DataverseClient.Answer;
import io.slipway.sandbox.http.Json;
import io.slipway.sandbox.world.ExpensesSolution;
import io.slipway.sandbox.world.SandboxClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ImportDoorTest {

    private static final Duration WHOLE = Duration.ofSeconds(14);

    @TempDir
    Path state;

    private Sandbox sandbox;
    private DataverseClient prod;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(
                SandboxSettings.anyPorts(state, URI.create("http://127.0.0.1:1/api/messages")),
                new SandboxClock(InstantSource.system()));
        prod = client("prod");
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    @Test
    void an_import_takes_its_time_and_then_the_version_is_there() throws Exception {
        Answer started = prod.importing("ImportSolutionAsync", ExpensesSolution.zip("1.4.0.13", true));

        assertThat(started.status()).isEqualTo(200);
        assertThat(prod.operation(started).path("statecode").asInt()).isZero();
        sandbox.world().clock().turn(Duration.ofSeconds(7));
        assertThat(prod.operation(started).path("statuscode").asInt()).isEqualTo(20);
        assertThat(prod.job(started).path("progress").asDouble()).isEqualTo(50.0);
        assertThat(prod.version("Expenses")).isEqualTo("1.4.0.11");

        sandbox.world().clock().turn(Duration.ofSeconds(7));

        assertThat(prod.operation(started).path("statuscode").asInt()).isEqualTo(30);
        assertThat(prod.job(started).path("data").asString())
                .contains("result=\"success\"")
                .doesNotContain("failure");
        assertThat(prod.version("Expenses")).isEqualTo("1.4.0.13");
        assertThat(prod.get("workflows?$filter=statecode%20eq%201").body().path("value"))
                .hasSize(2);
        assertThat(prod.get("msdyn_solutionhistories?$filter=msdyn_name%20eq%20'Expenses'")
                        .body()
                        .path("value")
                        .path(0)
                        .path("msdyn_result")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_second_import_is_refused_while_one_runs() throws Exception {
        prod.importing("ImportSolutionAsync", ExpensesSolution.zip("1.4.0.13", true));

        Answer second = prod.importing("ImportSolutionAsync", ExpensesSolution.zip("1.4.0.14", true));

        assertThat(second.status()).isEqualTo(400);
        assertThat(second.code()).isEqualTo("0x80071151");
    }

    @Test
    void a_failing_component_is_named_in_the_report() throws Exception {
        sandbox.world().faults("prod").failNextImport("ctso_Expense", "0x80044150", "Invalid column name 'x'.");

        Answer started = prod.importing("ImportSolutionAsync", ExpensesSolution.zip("1.4.0.13", true));
        sandbox.world().clock().turn(WHOLE);

        JsonNode operation = prod.operation(started);
        assertThat(operation.path("statuscode").asInt()).isEqualTo(31);
        assertThat(operation.path("message").asString()).isEqualTo("Invalid column name 'x'.");
        JsonNode job = prod.job(started);
        assertThat(job.path("data").asString())
                .contains("<entity id=\"ctso_Expense\"")
                .contains("result=\"failure\" errorcode=\"0x80044150\" errortext=\"Invalid column name 'x'.\"");
        assertThat(job.path("completedon").isNull()).isTrue();
        assertThat(prod.version("Expenses")).isEqualTo("1.4.0.11");
        assertThat(prod.get("RetrieveFormattedImportJobResults(ImportJobId="
                                + started.body().path("ImportJobKey").asString() + ")")
                        .body()
                        .path("FormattedResults")
                        .asString())
                .contains("Invalid column name");
    }

    @Test
    void what_cannot_be_imported_fails_with_the_words_of_the_service() throws Exception {
        assertThat(failure("ImportSolutionAsync", ExpensesSolution.zip("1.4.0.13", false)))
                .contains("as managed");
        assertThat(failure("StageAndUpgradeAsync", ExpensesSolution.zip("1.4.0.10", true)))
                .contains("must be higher");
        assertThat(failure("ImportSolutionAsync", needingMore()))
                .contains("Some dependencies are missing", "ctso_rates");
        assertThat(prod.importing("ImportSolutionAsync", "no zip".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("0x80048060");
        assertThat(prod.version("Expenses")).isEqualTo("1.4.0.11");
    }

    @Test
    void staging_changes_nothing_and_says_what_is_missing() throws Exception {
        Answer staged = prod.post(
                "StageSolution", Map.of("CustomizationFile", Base64.getEncoder().encodeToString(needingMore())));

        JsonNode results = staged.body().path("StageSolutionResults");
        assertThat(staged.status()).isEqualTo(200);
        assertThat(results.path("StageSolutionStatus").asString()).isEqualTo("Failed");
        assertThat(results.path("MissingDependencies")
                        .path(0)
                        .path("RequiredComponentSchemaName")
                        .asString())
                .isEqualTo("ctso_rates");
        assertThat(results.path("SolutionValidationResults")
                        .path(0)
                        .path("ErrorCode")
                        .asInt())
                .isEqualTo(-2147188707);
    }

    @Test
    void a_staged_file_can_be_imported_with_values_for_this_environment() throws Exception {
        String zip = Base64.getEncoder().encodeToString(ExpensesSolution.zip("1.4.0.13", true));
        JsonNode staged = prod.post("StageSolution", Map.of("CustomizationFile", zip))
                .body()
                .path("StageSolutionResults");
        Map<String, Object> request = Json.object("OverwriteUnmanagedCustomizations", true, "PublishWorkflows", true);
        request.put("SolutionParameters", Map.of("StageSolutionUploadId", staged.path("StageSolutionUploadId")));
        request.put(
                "ComponentParameters",
                List.of(Map.of(
                        "@odata.type",
                        "Microsoft.Dynamics.CRM.environmentvariablevalue",
                        "schemaname",
                        "ctso_ApprovalLimit",
                        "value",
                        "750")));

        prod.post("StageAndUpgradeAsync", request);
        sandbox.world().clock().turn(WHOLE);

        assertThat(prod.version("Expenses")).isEqualTo("1.4.0.13");
        assertThat(variable("ctso_ApprovalLimit")).isEqualTo("750");
    }

    private String variable(String schemaName) throws Exception {
        JsonNode row = prod.get("environmentvariabledefinitions?$filter=schemaname%20eq%20'" + schemaName
                        + "'&$expand=environmentvariabledefinition_environmentvariablevalue($select=value)")
                .body()
                .path("value")
                .path(0);
        return row.path("environmentvariabledefinition_environmentvariablevalue")
                .path(0)
                .path("value")
                .asString();
    }

    @Test
    void an_import_under_way_goes_on_after_a_restart() throws Exception {
        Answer started = prod.importing("ImportSolutionAsync", ExpensesSolution.zip("1.4.0.13", true));
        sandbox.world().clock().turn(Duration.ofSeconds(5));
        sandbox.close();

        start();
        sandbox.world().clock().turn(WHOLE);

        assertThat(prod.operation(started).path("statuscode").asInt()).isEqualTo(30);
        assertThat(prod.version("Expenses")).isEqualTo("1.4.0.13");
    }

    @Test
    void an_export_is_fetched_once_it_is_done() throws Exception {
        DataverseClient dev = client("dev");
        Answer started = dev.post("ExportSolutionAsync", Map.of("SolutionName", "Expenses", "Managed", true));
        sandbox.world().clock().turn(Duration.ofSeconds(5));

        Answer file = dev.post(
                "DownloadSolutionExportData",
                Map.of("ExportJobId", started.body().path("ExportJobId").asString()));

        SolutionFile solution = SolutionReader.read(Base64.getDecoder()
                .decode(file.body().path("ExportSolutionFile").asString()));
        assertThat(solution.manifest().version()).isEqualTo("1.4.0.14");
        assertThat(solution.manifest().managed()).isTrue();
        assertThat(client("prod")
                        .post("ExportSolution", Map.of("SolutionName", "Expenses", "Managed", true))
                        .code())
                .isEqualTo("0x80048032");
    }

    private String failure(String action, byte[] zip) throws Exception {
        Answer started = prod.importing(action, zip);
        sandbox.world().clock().turn(WHOLE);
        return prod.operation(started).path("friendlymessage").asString();
    }

    private static byte[] needingMore() {
        Map<String, byte[]> entries = Zip.read(ExpensesSolution.zip("1.4.0.13", true));
        entries.computeIfPresent(
                "solution.xml",
                (name, xml) -> new String(xml, StandardCharsets.UTF_8)
                        .replace(
                                "<MissingDependencies />",
                                "<MissingDependencies><MissingDependency><Required key=\"0\" type=\"1\" schemaName=\"ctso_rates\""
                                        + " displayName=\"Rates\" solution=\"Rates (1.0.0.0)\" /><Dependent key=\"1\" type=\"1\""
                                        + " displayName=\"Expense\" /></MissingDependency></MissingDependencies>")
                        .getBytes(StandardCharsets.UTF_8));
        return Zip.write(entries);
    }

    private DataverseClient client(String environment) {
        URI address = sandbox.environments().get(environment);
        return new DataverseClient(address, sandbox.accessTokens().ofPipelines(address.toString()));
    }
}
