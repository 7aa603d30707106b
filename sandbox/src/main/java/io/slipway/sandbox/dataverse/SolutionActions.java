package io.slipway.sandbox.dataverse;

import io.slipway.sandbox.dataverse.SolutionFile.Manifest;
import io.slipway.sandbox.dataverse.SolutionFile.Missing;
import io.slipway.sandbox.http.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The actions that stage, import, upgrade and export solutions. */
final class SolutionActions {

    private final Environment environment;
    private final ImportJobs imports;
    private final Exports exports;

    SolutionActions(Environment environment, ImportJobs imports, Exports exports) {
        this.environment = environment;
        this.imports = imports;
        this.exports = exports;
    }

    /** Whoever calls. */
    record User(String id, String objectId, boolean mayCustomize) {}

    /** The answer to an action; null for one without an answer. Empty when there is no such action. */
    Optional<Map<String, @Nullable Object>> call(String action, JsonNode parameters, User user) {
        return switch (action) {
            case "StageSolution" -> Optional.of(stage(parameters, user));
            case "ImportSolutionAsync" -> Optional.of(importAsync(parameters, user, false));
            case "StageAndUpgradeAsync" -> Optional.of(importAsync(parameters, user, true));
            case "ExportSolution" ->
                Optional.of(
                        Json.object("ExportSolutionFile", Base64.getEncoder().encodeToString(exports.zip(parameters))));
            case "ExportSolutionAsync" -> Optional.of(exports.start(parameters, user.id));
            case "DownloadSolutionExportData" -> Optional.of(exports.download(parameters));
            case "PublishAllXml" -> Optional.of(Map.of());
            default -> Optional.empty();
        };
    }

    private Map<String, @Nullable Object> importAsync(JsonNode parameters, User user, boolean upgrade) {
        refuseUnlessAllowed(user);
        String jobId = parameters.path("ImportJobId").asString("");
        String job = jobId.isEmpty() ? UUID.randomUUID().toString() : jobId;
        if (environment.rows().find("importjobs", job).isPresent()) {
            throw new Refusal(412, "0x80040237", "A record with matching key values already exists.");
        }
        boolean holding = parameters.path("HoldingSolution").asBoolean(false);
        String operation = imports.start(file(parameters), job, upgrade || holding, parameters, user.id);
        return Json.object("AsyncOperationId", operation, "ImportJobKey", job);
    }

    private byte[] file(JsonNode parameters) {
        String upload = parameters
                .path("SolutionParameters")
                .path("StageSolutionUploadId")
                .asString("");
        if (!upload.isEmpty()) {
            return Optional.of(upload)
                    .filter(id -> id.matches("[0-9a-fA-F-]{36}"))
                    .flatMap(id -> environment.stored("staged/" + id + ".zip"))
                    .orElseThrow(() -> new Refusal(
                            404, "0x80040217", "stagesolutionupload With Id = " + upload + " Does Not Exist"));
        }
        return decoded(parameters.path("CustomizationFile").asString(""));
    }

    private static byte[] decoded(String base64) {
        if (base64.isEmpty()) {
            throw new Refusal(400, "0x80040203", "Required field 'CustomizationFile' is missing");
        }
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Refusal.badPayload("Cannot convert the literal to the expected type 'Edm.Binary'.");
        }
    }

    private Map<String, @Nullable Object> stage(JsonNode parameters, User user) {
        refuseUnlessAllowed(user);
        byte[] zip = decoded(parameters.path("CustomizationFile").asString(""));
        SolutionFile file = SolutionReader.read(zip);
        String upload = UUID.randomUUID().toString();
        environment.store("staged/" + upload + ".zip", zip);
        ImportRules rules = new ImportRules(environment);
        List<Map<String, @Nullable Object>> results = new ArrayList<>();
        rules.check(file, false)
                .ifPresent(failure -> results.add(Json.object(
                        "SolutionValidationResultType",
                        "Error",
                        "Message",
                        failure.text(),
                        "ErrorCode",
                        failure.decimal(),
                        "AdditionalInfo",
                        null)));
        Map<String, @Nullable Object> staged = Json.object("StageSolutionUploadId", upload);
        staged.put("StageSolutionStatus", results.isEmpty() ? "Passed" : "Failed");
        staged.put("SolutionValidationResults", results);
        staged.put(
                "MissingDependencies",
                rules.missing(file).stream().map(SolutionActions::missing).toList());
        staged.put("SolutionComponentsDetails", details(file));
        staged.put("SolutionDetails", solution(file.manifest()));
        return Json.object("StageSolutionResults", staged);
    }

    private static Map<String, @Nullable Object> solution(Manifest manifest) {
        Map<String, @Nullable Object> details = Json.object("SolutionUniqueName", manifest.uniqueName());
        details.put("SolutionFriendlyName", manifest.friendlyName());
        details.put("SolutionVersion", manifest.version());
        details.put("IsManaged", manifest.managed());
        return details;
    }

    private static Map<String, @Nullable Object> missing(Missing missing) {
        return Json.object(
                "RequiredComponentSchemaName", missing.requiredSchemaName(),
                "RequiredComponentDisplayName", missing.requiredName(),
                "RequiredComponentType", missing.requiredType(),
                "DependentComponentDisplayName", missing.dependentName(),
                "DependentComponentType", missing.dependentType(),
                "CanResolveMissingDependency", false,
                "MissingPackages", List.of());
    }

    private static List<Map<String, @Nullable Object>> details(SolutionFile file) {
        List<Map<String, @Nullable Object>> details = new ArrayList<>();
        file.connections()
                .forEach(c -> details.add(Json.object(
                        "ComponentTypeName",
                        "connectionreference",
                        "Attributes",
                        Json.object(
                                "connectionreferencelogicalname", c.logicalName(),
                                "connectionreferencedisplayname", c.displayName(),
                                "connectorid", c.connectorId()))));
        file.variables()
                .forEach(v -> details.add(Json.object(
                        "ComponentTypeName",
                        "environmentvariabledefinition",
                        "Attributes",
                        Json.object(
                                "schemaname", v.schemaName(),
                                "displayname", v.displayName(),
                                "type", v.type(),
                                "defaultvalue", v.defaultValue().isEmpty() ? null : v.defaultValue()))));
        return details;
    }

    private static void refuseUnlessAllowed(User user) {
        if (!user.mayCustomize) {
            throw new Refusal(
                    403,
                    "0x80048306",
                    "Principal user (Id=" + user.id
                            + ", type=8, roleCount=1, privilegeCount=64, accessMode='0 Read-Write',"
                            + " AADObjectId=" + user.objectId + ") is missing prvImportCustomization privilege"
                            + " (Id=58d1c0c6-a2f2-4d4f-8a6b-6b0a5a4f6c1e) on OTC=0 for entity 'none'.");
        }
    }
}
