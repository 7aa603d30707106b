package io.slipway.sandbox.dataverse;

import io.javalin.http.Context;
import io.slipway.sandbox.dataverse.SolutionActions.User;
import io.slipway.sandbox.http.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes a request of the Web API apart: rows, functions, actions. */
final class WebApi {

    static final String ROOT = "/api/data/v9.2/";
    private static final Pattern SEGMENT = Pattern.compile("([A-Za-z_]+)(?:\\(([^)]*)\\))?(?:/([A-Za-z_]+))?/?");
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Environment environment;
    private final EntityApi entities;
    private final SolutionActions actions;

    WebApi(Environment environment, SolutionActions actions) {
        this.environment = environment;
        this.entities = new EntityApi(environment);
        this.actions = actions;
    }

    /**
     * Answers a request.
     *
     * @param path what follows {@code /api/data/v9.2/}
     * @param base the address of the Web API with a slash at its end
     */
    void handle(Context ctx, String path, String base, User user) {
        Matcher segment = SEGMENT.matcher(URLDecoder.decode(path, StandardCharsets.UTF_8));
        if (path.isEmpty()) {
            document(ctx, base);
        } else if (path.equals("$metadata")) {
            ctx.contentType("application/xml").result(Metadata.xml());
        } else if (!segment.matches()) {
            throw Refusal.noSegment(path);
        } else if (Tables.find(segment.group(1)).isPresent()) {
            rows(ctx, segment, base);
        } else if (ctx.method().name().equals("POST") && ActionParameters.isAction(segment.group(1))) {
            action(ctx, segment.group(1), base, user);
        } else {
            function(ctx, segment, base, user);
        }
    }

    private void rows(Context ctx, Matcher segment, String base) {
        String set = segment.group(1);
        String key = Optional.ofNullable(segment.group(2)).orElse("").toLowerCase(Locale.ROOT);
        String property = segment.group(3);
        if (!key.isEmpty() && !GUID.matcher(key).matches()) {
            throw Refusal.badQuery("The key property in the key value pairs of '" + key + "' is not valid.");
        }
        switch (ctx.method().name() + (key.isEmpty() ? "" : " key") + (property == null ? "" : " property")) {
            case "GET" -> entities.list(ctx, set, base);
            case "GET key" -> entities.one(ctx, set, key, base);
            case "GET key property" -> entities.property(ctx, set, key, String.valueOf(property), base);
            case "POST" -> entities.create(ctx, set, base);
            case "PATCH key" -> entities.update(ctx, set, key, base);
            case "DELETE key" -> entities.delete(ctx, set, key);
            default -> throw new Refusal(405, "0x80060888", "The requested resource does not support this method.");
        }
    }

    private void action(Context ctx, String name, String base, User user) {
        String text = ctx.body();
        JsonNode body = Json.read(text.isBlank() ? "{}" : text);
        if (!body.isObject()) {
            throw Refusal.badPayload("An unexpected content was found in the payload.");
        }
        ActionParameters.check(name, body);
        Map<String, @Nullable Object> answer = actions.call(name, body, user).orElseThrow();
        if (answer.isEmpty()) {
            ctx.status(204);
            return;
        }
        ctx.json(complex(base, name + "Response", answer));
    }

    private void function(Context ctx, Matcher segment, String base, User user) {
        switch (segment.group(1)) {
            case "WhoAmI" ->
                ctx.json(complex(
                        base,
                        "WhoAmIResponse",
                        Json.object(
                                "BusinessUnitId", environment.businessUnitId(),
                                "UserId", user.id(),
                                "OrganizationId", environment.organizationId())));
            case "RetrieveVersion" ->
                ctx.json(complex(base, "RetrieveVersionResponse", Json.object("Version", "9.2.26103.182")));
            case "RetrieveFormattedImportJobResults" -> importResults(ctx, segment, base);
            case "RetrieveMissingDependencies" ->
                ctx.json(Json.object("@odata.context", base + "$metadata#dependencies", "value", List.of()));
            default -> throw Refusal.noSegment(segment.group(1));
        }
    }

    private void importResults(Context ctx, Matcher segment, String base) {
        String argument = Optional.ofNullable(segment.group(2)).orElse("").replaceFirst("^ImportJobId=", "");
        String id = argument.startsWith("@") ? String.valueOf(ctx.queryParam(argument)) : argument;
        Map<String, @Nullable Object> job =
                environment.rows().find("importjobs", id).orElseThrow(() -> Refusal.noRow(Tables.of("importjobs"), id));
        ctx.json(complex(
                base,
                "RetrieveFormattedImportJobResultsResponse",
                Json.object("FormattedResults", ImportReport.spreadsheet(String.valueOf(job.get("data"))))));
    }

    private static Map<String, @Nullable Object> complex(
            String base, String type, Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("@odata.context", base + "$metadata#Microsoft.Dynamics.CRM." + type);
        answer.putAll(values);
        return answer;
    }

    private static void document(Context ctx, String base) {
        ctx.json(Json.object(
                "@odata.context",
                base + "$metadata",
                "value",
                Tables.all().keySet().stream()
                        .map(set -> Json.object("name", set, "kind", "EntitySet", "url", set))
                        .toList()));
    }
}
