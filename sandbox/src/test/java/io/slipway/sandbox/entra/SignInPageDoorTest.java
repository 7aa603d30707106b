package io.slipway.sandbox.entra;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.http.Json;
import io.slipway.sandbox.world.World;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SignInPageDoorTest {

    private static final String REDIRECT = "http://127.0.0.1:3978/auth";
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @TempDir
    Path state;

    private Sandbox sandbox;
    private HttpClient http;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxSettings.anyPorts(state, URI.create("http://127.0.0.1:1/api/messages")));
        http = HttpClient.newBuilder()
                .sslContext(Trust.in(sandbox.entraCertificate()).context())
                .build();
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    @Test
    void a_person_signs_in_agrees_and_the_code_is_good_once() throws Exception {
        var mia = sandbox.world().human("mia").orElseThrow();
        sandbox.world().signIns().withdrawConsent(mia);
        assertThat(get(authorize("")).body()).contains("Mia Berger", "Permissions requested");

        String location = post(authorize(""), "person=mia")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(location).startsWith(REDIRECT + "?code=").contains("state=s1");
        assertThat(sandbox.world().signIns().consented(mia)).isTrue();
        String code = location.replaceAll(".*code=([^&]*).*", "$1");
        JsonNode answer = redeem(code, VERIFIER);
        assertThat(sandbox.tokens()
                        .check(
                                "Bearer " + answer.path("access_token").asString(),
                                "499b84ac-1321-427f-aa17-267ca6975798"))
                .hasValueSatisfying(caller -> assertThat(caller.name()).isEqualTo("Mia Berger"));
        assertThat(redeem(code, VERIFIER).path("error_description").asString()).startsWith("AADSTS54005");
        JsonNode refreshed =
                token("grant_type=refresh_token&scope=499b84ac-1321-427f-aa17-267ca6975798/.default&refresh_token="
                        + answer.path("refresh_token").asString());
        assertThat(refreshed.path("access_token").asString()).isNotEmpty();
    }

    @Test
    void a_wrong_verifier_gets_nothing() throws Exception {
        String location = post(authorize(""), "person=mia")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        JsonNode answer = redeem(location.replaceAll(".*code=([^&]*).*", "$1"), "guess");

        assertThat(answer.path("error").asString()).isEqualTo("invalid_grant");
        assertThat(answer.path("error_codes").get(0).asInt()).isEqualTo(501481);
    }

    @Test
    void without_a_page_only_a_known_person_gets_a_code() throws Exception {
        assertThat(get(authorize("&prompt=none")).headers().firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).contains("error=login_required"));
        assertThat(get(authorize("&prompt=none&login_hint=rita@contoso.example"))
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).contains("code="));
    }

    private String authorize(String more) {
        return "/" + World.TENANT + "/oauth2/v2.0/authorize?client_id=" + World.BOT_APP_ID
                + "&response_type=code&state=s1&redirect_uri=" + REDIRECT
                + "&scope=openid%20offline_access%20499b84ac-1321-427f-aa17-267ca6975798/.default&code_challenge="
                + CHALLENGE + "&code_challenge_method=S256" + more;
    }

    private JsonNode redeem(String code, String verifier) throws Exception {
        return token("grant_type=authorization_code&code=" + code + "&redirect_uri=" + REDIRECT
                + "&code_verifier=" + verifier
                + "&scope=openid%20offline_access%20499b84ac-1321-427f-aa17-267ca6975798/.default");
    }

    private JsonNode token(String form) throws Exception {
        return Json.read(post(
                        "/" + World.TENANT + "/oauth2/v2.0/token",
                        form + "&client_id=" + World.BOT_APP_ID + "&client_secret=" + World.BOT_SECRET)
                .body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(sandbox.entra() + path);
    }
}
