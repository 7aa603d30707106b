package io.slipway.sandbox.dataverse;

import io.slipway.sandbox.dataverse.SolutionFile.Component;
import io.slipway.sandbox.dataverse.SolutionFile.Connection;
import io.slipway.sandbox.dataverse.SolutionFile.Flow;
import io.slipway.sandbox.dataverse.SolutionFile.Manifest;
import io.slipway.sandbox.dataverse.SolutionFile.Variable;
import io.slipway.sandbox.http.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts the content of a solution into an environment: rows for itself, its components, flows, references, variables. */
final class Installer {

    private final Environment environment;
    private final Rows rows;

    Installer(Environment environment) {
        this.environment = environment;
        this.rows = environment.rows();
    }

    /**
     * Installs or updates a solution.
     *
     * @param overrides values and connections that the caller gave for this environment
     * @param turnOn whether flows are turned on whose connections are bound
     */
    void install(SolutionFile file, byte[] zip, List<JsonNode> overrides, boolean turnOn) {
        Manifest manifest = file.manifest();
        String solutionId = solution(manifest);
        file.connections().forEach(c -> connection(c, manifest.managed()));
        file.variables().forEach(v -> variable(v, manifest.managed()));
        overrides.forEach(this::override);
        file.flows().forEach(f -> flow(f, manifest.managed(), turnOn));
        components(file.components(), solutionId);
        environment.store("solutions/" + manifest.uniqueName() + ".zip", zip);
    }

    private String solution(Manifest manifest) {
        Optional<Map<String, @Nullable Object>> there = rows.first("solutions", "uniquename", manifest.uniqueName());
        Map<String, @Nullable Object> row = Json.object(
                "uniquename", manifest.uniqueName(),
                "friendlyname", manifest.friendlyName(),
                "version", manifest.version(),
                "ismanaged", manifest.managed(),
                "isvisible", true,
                "isapimanaged", false,
                "updatedon", there.isPresent() ? environment.now() : null,
                "_publisherid_value", publisher(manifest.publisher()));
        row.put(
                "solutionid",
                there.map(r -> r.get("solutionid"))
                        .orElseGet(() -> environment
                                .id("solution/" + manifest.uniqueName())
                                .toString()));
        if (there.isEmpty()) {
            row.put("installedon", environment.now());
        }
        return rows.put("solutions", row);
    }

    private String publisher(SolutionFile.Publisher publisher) {
        return rows.put(
                "publishers",
                Json.object(
                        "publisherid",
                                environment
                                        .id("publisher/" + publisher.uniqueName())
                                        .toString(),
                        "uniquename", publisher.uniqueName(),
                        "friendlyname", publisher.friendlyName(),
                        "customizationprefix", publisher.prefix(),
                        "customizationoptionvalueprefix", publisher.optionPrefix()));
    }

    private void connection(Connection connection, boolean managed) {
        Map<String, @Nullable Object> row =
                existing("connectionreferences", "connectionreferencelogicalname", connection.logicalName());
        row.putAll(Json.object(
                "connectionreferencelogicalname",
                connection.logicalName(),
                "connectionreferencedisplayname",
                connection.displayName(),
                "connectorid",
                connection.connectorId(),
                "promptingbehavior",
                0,
                "statecode",
                0,
                "statuscode",
                1,
                "ismanaged",
                managed));
        row.putIfAbsent("connectionid", null);
        rows.put("connectionreferences", row);
    }

    private void variable(Variable variable, boolean managed) {
        Map<String, @Nullable Object> row =
                existing("environmentvariabledefinitions", "schemaname", variable.schemaName());
        row.putAll(Json.object(
                "schemaname", variable.schemaName(),
                "displayname", variable.displayName(),
                "type", variable.type(),
                "defaultvalue", variable.defaultValue().isEmpty() ? null : variable.defaultValue(),
                "isrequired", variable.required(),
                "ismanaged", managed,
                "statecode", 0));
        rows.put("environmentvariabledefinitions", row);
        if (!variable.value().isEmpty()) {
            value(variable.schemaName(), variable.value());
        }
    }

    private void override(JsonNode parameter) {
        String type = parameter.path("@odata.type").asString("");
        if (type.endsWith("environmentvariablevalue")) {
            value(
                    parameter.path("schemaname").asString(""),
                    parameter.path("value").asString(""));
        } else {
            Map<String, @Nullable Object> row = existing(
                    "connectionreferences",
                    "connectionreferencelogicalname",
                    parameter.path("connectionreferencelogicalname").asString(""));
            row.put("connectionid", parameter.path("connectionid").asString(null));
            rows.put("connectionreferences", row);
        }
    }

    void value(String schemaName, String value) {
        rows.first("environmentvariabledefinitions", "schemaname", schemaName).ifPresent(definition -> {
            Object id = definition.get("environmentvariabledefinitionid");
            Map<String, @Nullable Object> row =
                    existing("environmentvariablevalues", "_environmentvariabledefinitionid_value", String.valueOf(id));
            row.putAll(Json.object(
                    "_environmentvariabledefinitionid_value",
                    id,
                    "schemaname",
                    environment.id("value/" + schemaName).toString(),
                    "value",
                    value,
                    "ismanaged",
                    false,
                    "statecode",
                    0));
            rows.put("environmentvariablevalues", row);
        });
    }

    private void flow(Flow flow, boolean managed, boolean turnOn) {
        Map<String, @Nullable Object> row = existing("workflows", "workflowid", flow.id());
        boolean on = turnOn && flow.connectionReferences().stream().allMatch(this::bound);
        boolean keep = Integer.valueOf(1).equals(row.get("statecode"));
        row.putAll(Json.object(
                "workflowid",
                flow.id(),
                "name",
                flow.name(),
                "category",
                flow.category(),
                "type",
                1,
                "statecode",
                on || keep ? 1 : 0,
                "statuscode",
                on || keep ? 2 : 1,
                "clientdata",
                flow.clientData(),
                "primaryentity",
                "none",
                "ismanaged",
                managed));
        rows.put("workflows", row);
    }

    private boolean bound(String logicalName) {
        return rows.first("connectionreferences", "connectionreferencelogicalname", logicalName)
                .map(row -> row.get("connectionid") != null)
                .orElse(false);
    }

    private void components(List<Component> components, String solutionId) {
        rows.all("solutioncomponents").stream()
                .filter(row -> solutionId.equals(row.get("_solutionid_value")))
                .forEach(row -> rows.remove("solutioncomponents", String.valueOf(row.get("solutioncomponentid"))));
        for (Component component : components) {
            String object = component.id().isEmpty()
                    ? environment
                            .id(component.type() + "/" + component.schemaName())
                            .toString()
                    : component.id();
            rows.put(
                    "solutioncomponents",
                    Json.object(
                            "solutioncomponentid",
                            environment.id(solutionId + object).toString(),
                            "componenttype",
                            component.type(),
                            "objectid",
                            object,
                            "rootcomponentbehavior",
                            component.behavior(),
                            "ismetadata",
                            component.type() < 20,
                            "_solutionid_value",
                            solutionId));
        }
    }

    private Map<String, @Nullable Object> existing(String set, String column, String value) {
        return new LinkedHashMap<>(rows.first(set, column, value).orElseGet(LinkedHashMap::new));
    }
}
