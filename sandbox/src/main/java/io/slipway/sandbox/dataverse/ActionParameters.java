package io.slipway.sandbox.dataverse;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Which parameters an action has: the service refuses unknown ones, wrong types and missing ones. */
final class ActionParameters {

    private static final String IMPORT = "!OverwriteUnmanagedCustomizations:b !PublishWorkflows:b CustomizationFile:s"
            + " ImportJobId:s ConvertToManaged:b SkipProductUpdateDependencies:b SkipQueueRibbonJob:b"
            + " AsyncRibbonProcessing:b ComponentParameters:a SolutionParameters:o";
    private static final String EXPORT = "!SolutionName:s !Managed:b TargetVersion:s ExportAutoNumberingSettings:b"
            + " ExportCalendarSettings:b ExportCustomizationSettings:b ExportEmailTrackingSettings:b"
            + " ExportGeneralSettings:b ExportMarketingSettings:b ExportOutlookSynchronizationSettings:b"
            + " ExportRelationshipRoles:b ExportIsvConfig:b ExportSales:b ExportExternalApplications:b"
            + " ExportComponentsParams:o";
    private static final Map<String, String> KNOWN = Map.of(
            "StageSolution",
            "!CustomizationFile:s StageSolutionUploadId:s",
            "ImportSolutionAsync",
            IMPORT + " HoldingSolution:b LayerDesiredOrder:o IsTemplateMode:b TemplateDisplayNamePrefix:s",
            "StageAndUpgradeAsync",
            IMPORT,
            "ExportSolution",
            EXPORT,
            "ExportSolutionAsync",
            EXPORT,
            "DownloadSolutionExportData",
            "!ExportJobId:s",
            "PublishAllXml",
            "");

    private ActionParameters() {}

    static boolean isAction(String name) {
        return KNOWN.containsKey(name);
    }

    static void check(String action, JsonNode body) {
        Map<String, String> types = Arrays.stream(KNOWN.get(action).split(" "))
                .filter(w -> !w.isEmpty())
                .map(w -> w.split(":"))
                .collect(Collectors.toMap(p -> p[0], p -> p[1]));
        Set<String> names =
                types.keySet().stream().map(n -> n.replace("!", "")).collect(Collectors.toCollection(TreeSet::new));
        body.propertyNames().stream()
                .filter(n -> !names.contains(n))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.badPayload("The parameter '" + name
                            + "' in the request payload is not a valid parameter for the operation '" + action + "'.");
                });
        types.forEach((name, type) -> checkOne(body.path(name.replace("!", "")), name, type));
    }

    private static void checkOne(JsonNode value, String name, String type) {
        if (value.isMissingNode() || value.isNull()) {
            if (name.startsWith("!")) {
                throw new Refusal(400, "0x80040203", "Required field '" + name.substring(1) + "' is missing");
            }
            return;
        }
        boolean fits = switch (type) {
            case "b" -> value.isBoolean();
            case "s" -> value.isString();
            case "a" -> value.isArray();
            default -> value.isObject();
        };
        if (!fits) {
            throw Refusal.badPayload(
                    "Cannot convert the value of parameter '" + name.replace("!", "") + "' to its expected type.");
        }
    }
}
