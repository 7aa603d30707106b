package io.slipway.sandbox.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.dataverse.DataverseClient.Answer;
import io.slipway.sandbox.http.Json;
import io.slipway.sandbox.world.ExpensesSolution;
import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.SandboxClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class WebApiDoorTest {

    private static final String BATCH = """
            --b1
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            GET {root}WhoAmI HTTP/1.1
            Accept: application/json

            --b1
            Content-Type: multipart/mixed;boundary=c1

            --c1
            Content-Type: application/http
            Content-ID: 1

            POST {root}publishers HTTP/1.1
            Content-Type: application/json

            {"uniquename":"fabrikam"}
            --c1--
            --b1--""";

    @TempDir
    Path state;

    private Sandbox sandbox;
    private DataverseClient test;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(
                SandboxSettings.anyPorts(state, URI.create("http://127.0.0.1:1/api/messages")),
                new SandboxClock(InstantSource.system()));
        test = client(sandbox.accessTokens().ofService(address()));
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    @Test
    void everybody_is_somebody() throws Exception {
        Answer answer = test.get("WhoAmI");

        assertThat(answer.response().headers().firstValue("OData-Version")).contains("4.0");
        assertThat(answer.body().path("@odata.context").asString())
                .isEqualTo(address() + "/api/data/v9.2/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse");
        assertThat(test.get("systemusers(" + answer.body().path("UserId").asString() + ")?$select=fullname")
                        .body()
                        .path("fullname")
                        .asString())
                .isEqualTo("# Slipway");
    }

    @Test
    void a_token_for_another_resource_is_refused() throws Exception {
        Answer none = client("").get("WhoAmI");
        Answer other = client(sandbox.accessTokens().ofService("https://api.botframework.com"))
                .get("WhoAmI");

        assertThat(none.status()).isEqualTo(401);
        assertThat(other.status()).isEqualTo(401);
        assertThat(other.response().headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(
                        h -> assertThat(h).contains("authorization_uri=", "resource_id=" + address() + "/"));
    }

    @Test
    void a_stranger_is_no_member_and_a_maker_may_not_import_here() throws Exception {
        Human stranger =
                new Human("eve", "99999999-aaaa-4aaa-8aaa-000000000009", "Eve", "eve@elsewhere.example", "Guest");
        Human mia = sandbox.world().human("mia").orElseThrow();

        assertThat(person(stranger).get("WhoAmI").code()).isEqualTo("0x80072560");
        assertThat(person(mia).get("WhoAmI").status()).isEqualTo(200);
        Answer refused = person(mia).importing("ImportSolutionAsync", ExpensesSolution.zip("1.4.0.13", true));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.message()).contains("prvImportCustomization");
    }

    @Test
    void solutions_are_found_with_what_the_query_asks_for() throws Exception {
        Answer answer =
                test.get("solutions?$select=uniquename,version,ismanaged&$expand=publisherid($select=friendlyname)"
                        + "&$filter=(uniquename%20eq%20'expenses'%20and%20not%20(version%20eq%20null))%20or%20contains(uniquename,'zzz')"
                        + "&$orderby=uniquename%20desc&$top=5&$count=true");

        assertThat(answer.body().path("@odata.count").asInt()).isEqualTo(1);
        JsonNode row = answer.body().path("value").path(0);
        assertThat(row.path("version").asString()).isEqualTo("1.4.0.12");
        assertThat(row.path("ismanaged").asBoolean()).isTrue();
        assertThat(row.path("publisherid").path("friendlyname").asString()).isEqualTo("Contoso");
        assertThat(row.has("friendlyname")).isFalse();
    }

    @Test
    void a_next_link_leads_on_to_the_end() throws Exception {
        Answer first = test.get("systemusers?$select=fullname&$orderby=fullname", "Prefer", "odata.maxpagesize=4");

        Answer second = test.get(first.body().path("@odata.nextLink").asString(), "Prefer", "odata.maxpagesize=4");

        assertThat(first.body().path("value")).hasSize(4);
        assertThat(second.body().path("value")).hasSize(2);
        assertThat(second.body().has("@odata.nextLink")).isFalse();
    }

    @Test
    void questions_that_make_no_sense_are_refused_in_the_real_words() throws Exception {
        assertThat(test.get("nothings").status()).isEqualTo(404);
        assertThat(test.get("nothings").message()).isEqualTo("Resource not found for the segment 'nothings'.");
        assertThat(test.get("solutions?$select=colour").message())
                .isEqualTo("Could not find a property named 'colour' on type 'Microsoft.Dynamics.CRM.solution'.");
        assertThat(test.get("solutions?$filter=version%20is%20'1'").code()).isEqualTo("0x80060888");
        assertThat(test.get("solutions?$skip=1").status()).isEqualTo(400);
        assertThat(test.get("solutions(11111111-1111-1111-1111-111111111111)").code())
                .isEqualTo("0x80040217");
        assertThat(test.post("StageSolution", Map.of("CustomizationFile", "", "Colour", "red"))
                        .code())
                .isEqualTo("0x80048d19");
        assertThat(test.post("ImportSolutionAsync", Map.of("PublishWorkflows", true))
                        .code())
                .isEqualTo("0x80040203");
    }

    @Test
    void a_flow_can_be_turned_off_and_stays_off() throws Exception {
        String flow = test.get("workflows?$select=workflowid")
                .body()
                .path("value")
                .path(0)
                .path("workflowid")
                .asString();

        Answer answer = test.patch("workflows(" + flow + ")", Json.object("statecode", 0, "statuscode", 1));
        sandbox.close();
        start();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(test.get("workflows(" + flow + ")?$select=statecode")
                        .body()
                        .path("statecode")
                        .asInt())
                .isZero();
    }

    @Test
    void several_requests_go_in_one_batch() throws Exception {
        String body = BATCH.replace("{root}", address() + "/api/data/v9.2/").replace("\n", "\r\n");

        Answer answer = test.send("POST", "$batch", body, "Content-Type", "multipart/mixed;boundary=b1");

        assertThat(answer.response().body())
                .contains(
                        "HTTP/1.1 200 OK",
                        "WhoAmIResponse",
                        "HTTP/1.1 204 No Content",
                        "Content-ID: 1",
                        "OData-EntityId");
        assertThat(test.get("publishers?$filter=uniquename%20eq%20'fabrikam'")
                        .body()
                        .path("value"))
                .hasSize(1);
    }

    @Test
    void too_much_is_refused_for_a_while() throws Exception {
        sandbox.world().faults("test").throttle(1, Duration.ofSeconds(7), "0x80072322");

        Answer refused = test.get("WhoAmI");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().headers().firstValue("Retry-After")).contains("7");
        assertThat(refused.code()).isEqualTo("0x80072322");
        assertThat(test.get("WhoAmI").status()).isEqualTo(200);
    }

    @Test
    void an_unreachable_environment_breaks_the_connection() throws Exception {
        sandbox.world().faults("test").unreachable(true);
        assertThatThrownBy(() -> test.get("WhoAmI")).isInstanceOf(IOException.class);

        sandbox.world().faults("test").unreachable(false);

        assertThat(test.get("WhoAmI").status()).isEqualTo(200);
    }

    private DataverseClient person(Human person) {
        return client(sandbox.accessTokens().ofPerson(person, address(), "user_impersonation"));
    }

    private DataverseClient client(String token) {
        return new DataverseClient(URI.create(address()), token);
    }

    private String address() {
        return sandbox.environments().get("test").toString();
    }
}
