package io.slipway.sandbox.monitor;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.http.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The query endpoint of Application Insights. It understands {@code <table> | count} and says so about all the rest. */
final class QueryApi {

    /** The Application Insights resource of the imitated company. */
    static final String APP = "34adfa4f-0d2c-4c4e-9f0e-6c1b7d2a5e10";

    private static final String AUDIENCE = "https://api.applicationinsights.io";
    private static final Pattern COUNT = Pattern.compile("\\s*(\\w+)\\s*\\|\\s*count\\s*");

    private final Tokens tokens;
    private final Telemetry telemetry;

    QueryApi(Tokens tokens, Telemetry telemetry) {
        this.tokens = tokens;
        this.telemetry = telemetry;
    }

    void addTo(JavalinConfig config) {
        config.routes.get("/v1/apps/{app}/query", ctx -> answer(ctx, ctx.queryParam("query")));
        config.routes.post(
                "/v1/apps/{app}/query",
                ctx -> answer(ctx, Json.read(ctx.body()).path("query").asString(null)));
    }

    private void answer(Context ctx, @Nullable String query) {
        String id = UUID.randomUUID().toString();
        ctx.header("x-ms-request-id", id).header("x-ms-correlation-request-id", id);
        String authorization = ctx.header("Authorization");
        if (authorization == null || tokens.check(authorization, AUDIENCE).isEmpty()) {
            ctx.header(
                    "WWW-Authenticate",
                    "Bearer authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", resource_id=\""
                            + AUDIENCE + "\"");
            refuse(ctx, 401, "AuthorizationRequiredError", "Valid authentication was not provided");
        } else if (!APP.equalsIgnoreCase(ctx.pathParam("app"))) {
            refuse(ctx, 404, "ApplicationNotFoundError", "The application could not be found");
        } else if (query == null || query.isBlank()) {
            refuse(ctx, 400, "BadArgumentError", "The request had some invalid properties: query is missing");
        } else {
            run(ctx, query);
        }
    }

    private void run(Context ctx, String query) {
        Matcher count = COUNT.matcher(query);
        if (count.matches() && telemetry.isTable(count.group(1))) {
            ctx.json(Json.object(
                    "tables",
                    List.of(Json.object(
                            "name",
                            "PrimaryResult",
                            "columns",
                            List.of(Map.of("name", "Count", "type", "long")),
                            "rows",
                            List.of(List.of(telemetry.of(count.group(1)).size()))))));
            return;
        }
        Map<String, Object> error = Json.object("message", "The request had some invalid properties");
        error.put("code", "BadArgumentError");
        error.put("correlationId", UUID.randomUUID().toString());
        error.put(
                "innererror",
                Json.object(
                        "code", "SemanticError",
                        "message", "A semantic error occurred.",
                        "innererror",
                                Json.object(
                                        "code", "SEM0100",
                                        "message",
                                                "This imitation of Application Insights understands '<table> | count' only.")));
        ctx.status(400).json(Json.object("error", error));
    }

    private static void refuse(Context ctx, int status, String code, String message) {
        ctx.status(status).json(Json.object("error", Json.object("message", message, "code", code)));
    }
}
