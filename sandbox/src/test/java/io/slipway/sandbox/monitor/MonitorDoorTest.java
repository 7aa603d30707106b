package io.slipway.sandbox.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.entra.AccessTokens;
import io.slipway.sandbox.entra.SigningKeys;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.http.Json;
import io.slipway.sandbox.world.SandboxClock;
import io.slipway.sandbox.world.World;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MonitorDoorTest {

    private static final String REQUEST =
            "{\"name\":\"Request\",\"iKey\":\"k\",\"data\":{\"baseType\":\"RequestData\",\"baseData\":{\"name\":\"x\"}}}";

    private final World world = new World(new SandboxClock(InstantSource.system()));
    private final Tokens tokens = new Tokens(SigningKeys.made().tenant(), world.clock()::wall);
    private final HttpClient http = HttpClient.newHttpClient();
    private MonitorCloud monitor;

    @BeforeEach
    void start() {
        monitor = MonitorCloud.start(
                world, tokens, SandboxSettings.anyPorts(Path.of("unused"), URI.create("http://127.0.0.1:1")));
    }

    @AfterEach
    void end() {
        monitor.close();
    }

    @Test
    void packed_lines_of_telemetry_are_taken_in_and_counted() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write((REQUEST + "\n" + REQUEST + "\n{\"iKey\":\"k\"}").getBytes(StandardCharsets.UTF_8));
        }

        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/v2.1/track"))
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray())));

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(Json.read(answer.body()).path("itemsReceived").asInt()).isEqualTo(3);
        assertThat(Json.read(answer.body()).path("itemsAccepted").asInt()).isEqualTo(2);
        HttpResponse<String> count = query("requests | count", token("https://api.applicationinsights.io"));
        assertThat(Json.read(count.body())
                        .path("tables")
                        .path(0)
                        .path("rows")
                        .path(0)
                        .path(0)
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void a_query_needs_a_token_for_this_resource_and_one_that_is_understood() throws Exception {
        assertThat(query("requests | count", token("https://api.botframework.com"))
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> answer = query("requests | render pie", token("https://api.applicationinsights.io"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Json.read(answer.body()).path("error").path("code").asString())
                .isEqualTo("BadArgumentError");
    }

    private String token(String audience) {
        return new AccessTokens(tokens, world).ofService(audience);
    }

    private HttpResponse<String> query(String text, String token) throws Exception {
        return send(HttpRequest.newBuilder(uri("/v1/apps/" + QueryApi.APP + "/query"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(Json.object("query", text)))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(monitor.address() + path);
    }
}
