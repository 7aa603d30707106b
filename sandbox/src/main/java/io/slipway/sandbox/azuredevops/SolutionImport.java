package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.entra.AccessTokens;
import io.slipway.sandbox.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What the import task of Power Platform Build Tools does: imports a solution through Dataverse's public HTTP. */
final class SolutionImport {

    private static final String PREFIX = "expenses-";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final AccessTokens accessTokens;
    private final Map<String, URI> environments;

    SolutionImport(AccessTokens accessTokens, Map<String, URI> environments) {
        this.accessTokens = accessTokens;
        this.environments = environments;
    }

    /** An import under way. */
    record Ticket(String asyncOperation, String importJob) {}

    /** How far an import is. */
    record Progress(boolean done, int percent) {}

    /** An import that failed, with Dataverse's own words. */
    static final class ImportFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ImportFailedException(String message) {
            super(message);
        }
    }

    Ticket begin(String connection, byte[] zip) {
        String job = UUID.randomUUID().toString();
        JsonNode answer = call(
                connection,
                "ImportSolutionAsync",
                Json.write(new Body()
                        .with("OverwriteUnmanagedCustomizations", false)
                        .with("PublishWorkflows", true)
                        .with("ImportJobId", job)
                        .with("CustomizationFile", Base64.getEncoder().encodeToString(zip))));
        return new Ticket(Wire.text(answer, "AsyncOperationId"), Wire.text(answer, "ImportJobKey"));
    }

    Progress look(String connection, Ticket ticket) {
        JsonNode operation = call(
                connection,
                "asyncoperations(" + ticket.asyncOperation() + ")?$select=statecode,statuscode,message,friendlymessage",
                "");
        boolean done = operation.path("statecode").asInt(-1) == 3;
        if (done && operation.path("statuscode").asInt(-1) != 30) {
            String message = Wire.text(operation, "message");
            throw new ImportFailedException(message.isEmpty() ? Wire.text(operation, "friendlymessage") : message);
        }
        return new Progress(done, done ? 100 : percent(connection, ticket));
    }

    private int percent(String connection, Ticket ticket) {
        JsonNode job = call(connection, "importjobs(" + ticket.importJob() + ")?$select=progress", "");
        return (int) Math.clamp(job.path("progress").asDouble(0), 0, 99);
    }

    private JsonNode call(String connection, String path, String body) {
        URI environment = environment(connection);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(environment + "/api/data/v9.2/" + path.replace(" ", "%20")))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token(environment))
                .header("Accept", "application/json")
                .header("OData-Version", "4.0")
                .header("OData-MaxVersion", "4.0");
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new ImportFailedException(problem(response));
            }
            return Json.read(response.body());
        } catch (IOException e) {
            throw new ImportFailedException("Cannot reach " + environment + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImportFailedException("The agent was stopped.");
        }
    }

    private static String problem(HttpResponse<String> response) {
        String message = Wire.text(Json.read(response.body()).path("error"), "message");
        return message.isEmpty() ? "Dataverse answered " + response.statusCode() : message;
    }

    private URI environment(String connection) {
        URI environment = environments.get(connection.startsWith(PREFIX) ? connection.substring(PREFIX.length()) : "");
        if (environment == null) {
            throw new ImportFailedException("The service connection '" + connection + "' does not exist.");
        }
        return environment;
    }

    private String token(URI environment) {
        return accessTokens.ofPipelines(environment.toString());
    }
}
