package io.slipway.packager.inventory;

import io.slipway.packager.PackagerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings file of the Power Platform tools: what a solution needs to be told about the environment that it goes to.
 *
 * @param variables environment variables, in order of their schema names
 * @param connections connection references, in order of their logical names
 */
public record DeploymentSettings(List<Variable> variables, List<Connection> connections) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * A value for an environment variable.
     *
     * @param schemaName which one
     * @param value its value in the target; empty for the default
     * @param hasDefault whether the solution brings a default
     */
    public record Variable(String schemaName, String value, boolean hasDefault) {}

    /**
     * A connection for a connection reference.
     *
     * @param logicalName which reference
     * @param connectionId the connection in the target; empty when none is chosen
     * @param connectorId the connector, as a path
     */
    public record Connection(String logicalName, String connectionId, String connectorId) {}

    public DeploymentSettings {
        variables = List.copyOf(variables);
        connections = List.copyOf(connections);
    }

    /** What this solution needs, with nothing chosen yet. */
    public static DeploymentSettings of(Inventory inventory) {
        List<Variable> variables = inventory
                .ofKind(Kinds.VARIABLE)
                .map(one ->
                        new Variable(one.schemaName(), "", !one.fact("default").isEmpty()))
                .sorted(java.util.Comparator.comparing(Variable::schemaName))
                .toList();
        List<Connection> connections = inventory
                .ofKind(Kinds.CONNECTION)
                .map(one -> new Connection(one.schemaName(), "", one.fact("connector")))
                .sorted(java.util.Comparator.comparing(Connection::logicalName))
                .toList();
        return new DeploymentSettings(variables, connections);
    }

    /** Reads a settings file. */
    public static DeploymentSettings read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            List<Variable> variables = new ArrayList<>();
            json.path("EnvironmentVariables")
                    .forEach(one -> variables.add(new Variable(
                            one.path("SchemaName").asString(""),
                            one.path("Value").asString(""),
                            false)));
            List<Connection> connections = new ArrayList<>();
            json.path("ConnectionReferences")
                    .forEach(one -> connections.add(new Connection(
                            one.path("LogicalName").asString(""),
                            one.path("ConnectionId").asString(""),
                            one.path("ConnectorId").asString(""))));
            return new DeploymentSettings(variables, connections);
        } catch (JacksonException e) {
            throw new PackagerException(
                    file.toString(), "", "is no deployment settings file", "Give a JSON file, or leave it out.", e);
        } catch (IOException e) {
            throw PackagerException.broken(file.toString(), e);
        }
    }

    /** These needs, with the values that an existing file has for them; what the solution no longer needs is dropped. */
    public DeploymentSettings completedFrom(DeploymentSettings existing) {
        Map<String, Variable> values = byName(existing.variables(), Variable::schemaName);
        Map<String, Connection> chosen = byName(existing.connections(), Connection::logicalName);
        return new DeploymentSettings(
                variables.stream()
                        .map(one -> values.containsKey(one.schemaName())
                                ? new Variable(
                                        one.schemaName(),
                                        values.get(one.schemaName()).value(),
                                        one.hasDefault())
                                : one)
                        .toList(),
                connections.stream()
                        .map(one -> chosen.containsKey(one.logicalName())
                                ? new Connection(
                                        one.logicalName(),
                                        chosen.get(one.logicalName()).connectionId(),
                                        one.connectorId())
                                : one)
                        .toList());
    }

    /** What must still be chosen before the solution works in the target, each as a sentence. */
    public List<String> missing() {
        return Stream.concat(
                        variables.stream()
                                .filter(one -> one.value().isEmpty() && !one.hasDefault())
                                .map(one ->
                                        "environment variable " + one.schemaName() + " has no value and no default"),
                        connections.stream()
                                .filter(one -> one.connectionId().isEmpty())
                                .map(one -> "connection reference " + one.logicalName() + " has no connection"))
                .toList();
    }

    /** The file's text, as the tools write it. */
    public String json() {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode values = root.putArray("EnvironmentVariables");
        variables.forEach(
                one -> values.addObject().put("SchemaName", one.schemaName()).put("Value", one.value()));
        ArrayNode chosen = root.putArray("ConnectionReferences");
        connections.forEach(one -> chosen.addObject()
                .put("LogicalName", one.logicalName())
                .put("ConnectionId", one.connectionId())
                .put("ConnectorId", one.connectorId()));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, Function.identity(), (one, other) -> other));
    }
}
