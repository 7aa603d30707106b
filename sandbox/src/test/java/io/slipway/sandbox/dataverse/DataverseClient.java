package io.slipway.sandbox.dataverse;

import io.slipway.sandbox.http.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Speaks the Web API as the documentation says, for tests. */
final class DataverseClient {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI environment;
    private final String token;

    DataverseClient(URI environment, String token) {
        this.environment = environment;
        this.token = token;
    }

    record Answer(int status, JsonNode body, HttpResponse<String> response) {

        String code() {
            return body.path("error").path("code").asString("");
        }

        String message() {
            return body.path("error").path("message").asString("");
        }
    }

    Answer get(String path, String... headers) throws Exception {
        return send("GET", path, "", headers);
    }

    Answer post(String action, Map<String, Object> body, String... headers) throws Exception {
        return send("POST", action, Json.write(body), headers);
    }

    Answer patch(String path, Map<String, Object> body, String... headers) throws Exception {
        return send("PATCH", path, Json.write(body), headers);
    }

    Answer send(String method, String path, String body, String... headers) throws Exception {
        URI uri = URI.create(path.startsWith("http") ? path : environment + "/api/data/v9.2/" + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .setHeader("Accept", "application/json")
                .setHeader("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), Json.read(response.body()), response);
    }

    Answer importing(String action, byte[] zip) throws Exception {
        return post(
                action,
                Json.object(
                        "OverwriteUnmanagedCustomizations", true,
                        "PublishWorkflows", true,
                        "CustomizationFile", Base64.getEncoder().encodeToString(zip)));
    }

    JsonNode operation(Answer started) throws Exception {
        return get("asyncoperations(" + started.body().path("AsyncOperationId").asString() + ")")
                .body();
    }

    JsonNode job(Answer started) throws Exception {
        return get("importjobs(" + started.body().path("ImportJobKey").asString() + ")")
                .body();
    }

    String version(String solution) throws Exception {
        return get("solutions?$select=version&$filter=uniquename%20eq%20'" + solution + "'")
                .body()
                .path("value")
                .path(0)
                .path("version")
                .asString("");
    }
}
