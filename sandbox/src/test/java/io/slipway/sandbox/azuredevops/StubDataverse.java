package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.http.CloudServer;
import io.slipway.sandbox.http.Json;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** As much of Dataverse as the import task asks, so that the tests of Azure DevOps need no other cloud. */
final class StubDataverse implements AutoCloseable {

    private static final String OPERATION = "0d1f2c3b-1111-4222-8333-444455556666";

    final List<JsonNode> imports = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();
    volatile String failure = "";
    private final AtomicInteger looks = new AtomicInteger();
    private final CloudServer server;

    StubDataverse() {
        server = CloudServer.start(
                "a stub of Dataverse",
                0,
                config -> config.routes
                        .post("/api/data/v9.2/ImportSolutionAsync", http -> {
                            JsonNode body = Json.read(http.body());
                            imports.add(body);
                            authorizations.add(String.valueOf(http.header("Authorization")));
                            looks.set(0);
                            http.json(Json.object(
                                    "AsyncOperationId",
                                    OPERATION,
                                    "ImportJobKey",
                                    body.path("ImportJobId").stringValue("")));
                        })
                        .get("/api/data/v9.2/importjobs({id})", http -> http.json(Json.object("progress", 45.5)))
                        .get("/api/data/v9.2/asyncoperations({id})", http -> http.json(operation())));
    }

    private Object operation() {
        boolean done = looks.incrementAndGet() > 2;
        if (!done) {
            return Json.object("statecode", 2, "statuscode", 20, "message", null, "friendlymessage", null);
        }
        return failure.isEmpty()
                ? Json.object("statecode", 3, "statuscode", 30, "message", null, "friendlymessage", null)
                : Json.object("statecode", 3, "statuscode", 31, "message", failure, "friendlymessage", failure);
    }

    URI address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
