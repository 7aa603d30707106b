package io.slipway.sandbox.azuredevops;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.entra.AccessTokens;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.http.Json;
import io.slipway.sandbox.world.ExpensesSolution;
import io.slipway.sandbox.world.SandboxClock;
import io.slipway.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** An Azure DevOps that a test can talk to as somebody, on a clock that only the test turns. */
final class Contoso implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final RSAKey KEY = key();

    final StubDataverse test = new StubDataverse();
    final StubDataverse prod = new StubDataverse();
    final World world;
    final Tokens tokens;
    private final Path state;
    private final HttpClient http = HttpClient.newHttpClient();
    AzureDevOpsCloud cloud;

    Contoso(Path state) {
        this.state = state;
        this.world = new World(new SandboxClock(() -> START));
        this.tokens = new Tokens(KEY, world.clock()::wall);
        this.cloud = start();
    }

    private AzureDevOpsCloud start() {
        return AzureDevOpsCloud.start(
                world,
                tokens,
                SandboxSettings.anyPorts(state, URI.create("http://127.0.0.1:9/")),
                new AzureDevOpsContent(
                        Map.of("test", test.address(), "prod", prod.address()),
                        zips(true),
                        zips(false),
                        Duration.ofSeconds(4)));
    }

    /** What was answered. */
    record Answer(int status, JsonNode json, HttpResponse<String> http) {

        String message() {
            return json.path("message").stringValue("");
        }

        String typeKey() {
            return json.path("typeKey").stringValue("");
        }
    }

    void restart() {
        cloud.close();
        cloud = start();
    }

    void turn(int seconds) {
        world.clock().turn(Duration.ofSeconds(seconds));
    }

    String token(String alias) {
        AccessTokens issued = new AccessTokens(tokens, world);
        return alias.equals("slipway")
                ? issued.ofService(Door.RESOURCE)
                : issued.ofPerson(world.human(alias).orElseThrow(), Door.RESOURCE, "user_impersonation");
    }

    Answer get(String alias, String path) {
        return send(request(alias, path).GET());
    }

    Answer call(String alias, String method, String path, String body) {
        return send(request(alias, path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String alias, String path) {
        return HttpRequest.newBuilder(URI.create(cloud.address() + "/contoso" + path))
                .header("Authorization", "Bearer " + token(alias));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), Json.read(response.body()), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Queues a deployment of this version as somebody, and returns the id of the run. */
    int deploy(String alias, String version) {
        Answer answer = call(alias, "POST", "/Expenses/_apis/pipelines/2/runs?api-version=7.1", """
                {"templateParameters": {"slipwayRequest": "r-1"},
                 "resources": {"pipelines": {"build": {"version": "%s"}},
                               "repositories": {"self": {"refName": "refs/heads/main"}}}}
                """.formatted(version));
        return answer.json().path("id").asInt(-1);
    }

    JsonNode build(int run) {
        return get("slipway", "/Expenses/_apis/build/builds/" + run + "?api-version=7.1")
                .json();
    }

    /** A record of the run's timeline by type and identifier. */
    JsonNode record(int run, String type, String identifier) {
        for (JsonNode record : get("slipway", "/Expenses/_apis/build/builds/" + run + "/timeline?api-version=7.1")
                .json()
                .path("records")) {
            if (record.path("type").stringValue("").equals(type)
                    && record.path("identifier").stringValue("").startsWith(identifier)) {
                return record;
            }
        }
        return Json.read("");
    }

    /** The open approval, as somebody sees it. */
    JsonNode approval(String alias) {
        return get(alias, "/Expenses/_apis/pipelines/approvals?state=pending&$expand=steps,permissions&api-version=7.1")
                .json()
                .path("value")
                .path(0);
    }

    Answer decide(String alias, String approval, String status) {
        return call(
                alias,
                "PATCH",
                "/Expenses/_apis/pipelines/approvals?api-version=7.1",
                "[{\"approvalId\": \"%s\", \"status\": \"%s\", \"comment\": \"seen\"}]".formatted(approval, status));
    }

    @Override
    public void close() {
        cloud.close();
        test.close();
        prod.close();
    }

    private static Map<String, byte[]> zips(boolean managed) {
        return Stream.of("1.4.0.11", "1.4.0.12", "1.4.0.13")
                .collect(Collectors.toMap(v -> v, v -> ExpensesSolution.zip(v, managed)));
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
