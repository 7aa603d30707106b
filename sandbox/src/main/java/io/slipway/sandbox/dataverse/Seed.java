package io.slipway.sandbox.dataverse;

import io.slipway.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a new environment has installed.
 *
 * @param solutions zips, in the order in which they are installed
 * @param values of environment variables, by schema name
 * @param connections of connection references, by logical name
 */
public record Seed(List<byte[]> solutions, Map<String, String> values, Map<String, String> connections) {

    void into(Environment environment) {
        Installer installer = new Installer(environment);
        var overrides = connections.entrySet().stream()
                .map(e -> Json.tree(Json.object(
                        "@odata.type", "Microsoft.Dynamics.CRM.connectionreference",
                        "connectionreferencelogicalname", e.getKey(),
                        "connectionid",
                                UUID.nameUUIDFromBytes(e.getValue().getBytes(StandardCharsets.UTF_8))
                                        .toString()
                                        .replace("-", ""))))
                .toList();
        for (byte[] zip : solutions) {
            installer.install(SolutionReader.read(zip), zip, overrides, true);
        }
        values.forEach(installer::value);
    }
}
