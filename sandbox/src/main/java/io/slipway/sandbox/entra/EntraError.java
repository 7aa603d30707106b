package io.slipway.sandbox.entra;

import io.javalin.http.Context;
import io.slipway.sandbox.http.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An error answer of Entra.
 *
 * @param status HTTP status
 * @param error OAuth's word, such as {@code invalid_grant}
 * @param code the AADSTS number
 * @param text what follows the number
 * @param more members that only some errors have, such as {@code suberror} and {@code claims}
 */
record EntraError(int status, String error, int code, String text, Map<String, Object> more) {

    static EntraError of(int status, String error, int code, String text) {
        return new EntraError(status, error, code, text, Map.of());
    }

    static EntraError unknownTenant(String tenant) {
        return of(
                400,
                "invalid_tenant",
                90002,
                "Tenant '" + tenant + "' not found. Check to make sure you have the correct tenant ID and are signing"
                        + " into the correct cloud. Check with your subscription administrator, this may happen if"
                        + " there are no active subscriptions for the tenant.");
    }

    static EntraError missing(String parameter) {
        return of(
                400,
                "invalid_request",
                900144,
                "The request body must contain the following parameter: '" + parameter + "'.");
    }

    static EntraError grant(int code, String text) {
        return of(400, "invalid_grant", code, text);
    }

    /** Answers with the shape that every OAuth endpoint of Entra uses. */
    void answer(Context ctx, Instant now) {
        String trace = UUID.randomUUID().toString();
        String correlation = Optional.ofNullable(ctx.header("client-request-id"))
                .orElseGet(() -> UUID.randomUUID().toString());
        String time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'")
                .withZone(ZoneOffset.UTC)
                .format(now);
        Map<String, Object> body = Json.object(
                "error", error,
                "error_description",
                        "AADSTS%d: %s Trace ID: %s Correlation ID: %s Timestamp: %s"
                                .formatted(code, text, trace, correlation, time),
                "error_codes", List.of(code),
                "timestamp", time,
                "trace_id", trace,
                "correlation_id", correlation,
                "error_uri", "https://login.microsoftonline.com/error?code=" + code);
        body.putAll(more);
        ctx.status(status)
                .header("Cache-Control", "no-store, no-cache")
                .header("Pragma", "no-cache")
                .header("x-ms-request-id", trace)
                .header("client-request-id", correlation)
                .json(body);
    }
}
