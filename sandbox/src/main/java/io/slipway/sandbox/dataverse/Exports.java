package io.slipway.sandbox.dataverse;

import io.slipway.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Exports of unmanaged solutions: queued, then fetched. */
final class Exports {

    private static final Duration DURATION = Duration.ofSeconds(4);

    private final Environment environment;
    private final Operations operations;

    Exports(Environment environment, Operations operations) {
        this.environment = environment;
        this.operations = operations;
    }

    Map<String, @Nullable Object> start(JsonNode parameters, String userId) {
        String exportJob = UUID.randomUUID().toString();
        byte[] zip = zip(parameters);
        String operation = operations.queue("Export Solution", "ExportSolutionAsync", 202, userId);
        environment.clock().after(DURATION.dividedBy(4), () -> environment.change(() -> operations.run(operation)));
        environment
                .clock()
                .after(
                        DURATION,
                        () -> environment.change(() -> {
                            environment.store("exports/" + exportJob + ".zip", zip);
                            operations.succeed(operation);
                        }));
        return Json.object("AsyncOperationId", operation, "ExportJobId", exportJob);
    }

    Map<String, @Nullable Object> download(JsonNode parameters) {
        String job = parameters.path("ExportJobId").asString("");
        byte[] zip = job.matches("[0-9a-fA-F-]{36}")
                ? environment.stored("exports/" + job + ".zip").orElseThrow(() -> unknownJob(job))
                : new byte[0];
        if (zip.length == 0) {
            throw unknownJob(job);
        }
        return Json.object("ExportSolutionFile", Base64.getEncoder().encodeToString(zip));
    }

    /** The solution's file as it would be exported now. */
    byte[] zip(JsonNode parameters) {
        String name = parameters.path("SolutionName").asString("");
        Map<String, @Nullable Object> row = environment
                .rows()
                .first("solutions", "uniquename", name)
                .orElseThrow(
                        () -> new Refusal(404, "0x80040217", "solution With uniquename = " + name + " Does Not Exist"));
        if (Boolean.TRUE.equals(row.get("ismanaged"))) {
            throw new Refusal(
                    400,
                    "0x80048032",
                    "An error occurred while exporting a solution. Managed solutions cannot be exported.");
        }
        Map<String, byte[]> entries = Zip.read(environment
                .stored("solutions/" + row.get("uniquename") + ".zip")
                .orElseThrow());
        String manifest = new String(entries.get("solution.xml"), StandardCharsets.UTF_8)
                .replaceFirst("<Version>[^<]*</Version>", "<Version>" + row.get("version") + "</Version>")
                .replaceFirst(
                        "<Managed>[^<]*</Managed>",
                        "<Managed>" + (parameters.path("Managed").asBoolean(false) ? 1 : 0) + "</Managed>");
        entries.put("solution.xml", manifest.getBytes(StandardCharsets.UTF_8));
        return Zip.write(entries);
    }

    private static Refusal unknownJob(String job) {
        return new Refusal(404, "0x80040217", "exportsolutionupload With Id = " + job + " Does Not Exist");
    }
}
