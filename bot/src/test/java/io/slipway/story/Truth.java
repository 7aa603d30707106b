package io.slipway.story;

import io.slipway.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What really is in the clouds, asked over their own public HTTP and not through the bot. */
final class Truth {

    private static final String AZURE_DEVOPS = "499b84ac-1321-427f-aa17-267ca6975798";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Sandbox sandbox;
    private final HttpClient http = HttpClient.newHttpClient();

    Truth(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** A run of the deploy pipeline that somebody asked Slipway for. */
    record Run(int id, String requestedFor, String result, String request) {}

    /** An approval, with who really decided. */
    record Approval(String id, int run, String status, List<String> decidedBy, List<String> comments) {}

    /** The version of the solution in an environment. */
    String version(String environment) {
        String address = sandbox.environments().get(environment).toString();
        JsonNode found =
                get(address + "/api/data/v9.2/solutions?$select=version&$filter=uniquename%20eq%20'Expenses'", address);
        return found.at("/value/0/version").asString("none");
    }

    /** The runs that carry a request of Slipway, newest first. */
    List<Run> runs() {
        return values(get(project() + "/_apis/build/builds?definitions=2&api-version=7.1", AZURE_DEVOPS))
                .map(build -> new Run(
                        build.path("id").asInt(),
                        build.at("/requestedFor/displayName").asString(""),
                        build.path("result").asString(""),
                        build.at("/templateParameters/slipwayRequest").asString("")))
                .filter(run -> !run.request().isEmpty())
                .toList();
    }

    /** The attempt of the stage that was tried most often. */
    int attempts(int run) {
        return values(get(project() + "/_apis/build/builds/" + run + "/timeline?api-version=7.1", AZURE_DEVOPS)
                        .path("records"))
                .filter(record -> record.path("type").asString("").equals("Stage"))
                .mapToInt(record -> record.path("attempt").asInt(1))
                .max()
                .orElse(0);
    }

    /** All approvals of the project. */
    List<Approval> approvals() {
        return values(get(
                        project() + "/_apis/pipelines/approvals?state=all&$expand=steps&api-version=7.1", AZURE_DEVOPS))
                .map(approval -> new Approval(
                        approval.path("id").asString(),
                        approval.at("/pipeline/owner/id").asInt(),
                        approval.path("status").asString(),
                        steps(approval, "/actualApprover/displayName"),
                        steps(approval, "/comment")))
                .toList();
    }

    private static List<String> steps(JsonNode approval, String path) {
        return values(approval.path("steps"))
                .map(step -> step.at(path).asString(""))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Approves as somebody does in the browser: past Slipway. */
    void approve(String person, String approval) {
        String token = sandbox.accessTokens()
                .ofPerson(sandbox.world().human(person).orElseThrow(), AZURE_DEVOPS, "user_impersonation");
        String body = "[{\"approvalId\":\"" + approval + "\",\"status\":\"approved\",\"comment\":\"\"}]";
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(project() + "/_apis/pipelines/approvals?api-version=7.1"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(body)));
        if (answer.statusCode() != 200) {
            throw new AssertionError("approving in the browser: " + answer.statusCode() + " " + answer.body());
        }
    }

    String project() {
        return sandbox.azureDevOps().address() + "/contoso/Expenses";
    }

    private JsonNode get(String address, String audience) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + sandbox.accessTokens().ofService(audience)));
        if (answer.statusCode() != 200) {
            throw new AssertionError(address + " answered " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Stream<JsonNode> values(JsonNode list) {
        JsonNode items = list.has("value") ? list.path("value") : list;
        return StreamSupport.stream(items.spliterator(), false);
    }
}
