package io.slipway.sandbox.monitor;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.slipway.sandbox.http.Json;
import io.slipway.sandbox.world.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** Where exporters send telemetry: a JSON array or one JSON object a line, packed or not. */
final class IngestionApi {

    private static final int LARGEST = 64 * 1024 * 1024;

    private final World world;
    private final Telemetry telemetry;

    IngestionApi(World world, Telemetry telemetry) {
        this.world = world;
        this.telemetry = telemetry;
    }

    void addTo(JavalinConfig config) {
        config.routes.post("/v2/track", this::track);
        config.routes.post("/v2.1/track", this::track);
    }

    private void track(Context ctx) {
        List<JsonNode> envelopes;
        try {
            envelopes = envelopes(text(ctx));
        } catch (IOException e) {
            envelopes = List.of();
        }
        if (envelopes.isEmpty()) {
            ctx.status(400).json(answer(0, List.of(error(0, 400, "100: Invalid JSON"))));
            return;
        }
        List<Map<String, Object>> errors = new ArrayList<>();
        for (int i = 0; i < envelopes.size(); i++) {
            String problem = telemetry.accept(envelopes.get(i), world.clock().instant());
            if (!problem.isEmpty()) {
                errors.add(error(i, 400, problem));
            }
        }
        int status = errors.isEmpty() ? 200 : errors.size() == envelopes.size() ? 400 : 206;
        ctx.status(status).json(answer(envelopes.size(), errors));
    }

    private static String text(Context ctx) throws IOException {
        byte[] body = ctx.bodyAsBytes();
        if (!"gzip".equalsIgnoreCase(ctx.header("Content-Encoding"))) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
        }
    }

    private static List<JsonNode> envelopes(String text) {
        List<JsonNode> envelopes = new ArrayList<>();
        if (text.stripLeading().startsWith("[")) {
            Json.read(text).forEach(envelopes::add);
        } else {
            text.lines().filter(line -> !line.isBlank()).map(Json::read).forEach(envelopes::add);
        }
        return envelopes;
    }

    private static Map<String, Object> error(int index, int status, String message) {
        return Json.object("index", index, "statusCode", status, "message", message);
    }

    private static Map<String, Object> answer(int received, List<Map<String, Object>> errors) {
        return Json.object(
                "itemsReceived", received, "itemsAccepted", Math.max(0, received - errors.size()), "errors", errors);
    }
}
