package io.slipway.sandbox.dataverse;

import java.util.List;

/**
 * What a solution zip says about itself.
 *
 * @param parts everything in {@code customizations.xml} that an import reports on
 */
record SolutionFile(
        Manifest manifest,
        List<Component> components,
        List<Missing> missing,
        List<Flow> flows,
        List<Connection> connections,
        List<Variable> variables,
        List<Part> parts) {

    record Manifest(String uniqueName, String friendlyName, String version, boolean managed, Publisher publisher) {}

    record Publisher(String uniqueName, String friendlyName, String prefix, int optionPrefix) {}

    /** A root component; either the schema name or the id is given. */
    record Component(int type, String schemaName, String id, int behavior) {}

    /** Something that must be there already. */
    record Missing(
            String requiredType,
            String requiredName,
            String requiredSchemaName,
            String solution,
            String dependentType,
            String dependentName) {}

    record Flow(String id, String name, int category, String clientData, List<String> connectionReferences) {}

    record Connection(String logicalName, String displayName, String connectorId) {}

    record Variable(
            String schemaName, String displayName, int type, String defaultValue, boolean required, String value) {}

    /**
     * A part of the solution, as the report of an import lists it.
     *
     * @param group such as {@code entities}
     * @param tag such as {@code entity}
     */
    record Part(String group, String tag, String id, String name) {}
}
