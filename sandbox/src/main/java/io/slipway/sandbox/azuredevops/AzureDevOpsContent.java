package io.slipway.sandbox.azuredevops;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * What is in the organization when it is started for the first time, and where its pipelines deploy to.
 *
 * @param environments Dataverse address by name: {@code test}, {@code prod}; the pipelines' service connections are
 *     called {@code expenses-test}, {@code expenses-prod}
 * @param packages managed solution zip by version; each becomes a build that succeeded, the lowest version first
 * @param sources unmanaged solution zip by version; unpacked together with the managed one it is the repository's
 *     history, a commit and a tag for each version
 * @param task how long a usual task takes; some take a little more or less
 */
public record AzureDevOpsContent(
        Map<String, URI> environments, Map<String, byte[]> packages, Map<String, byte[]> sources, Duration task) {

    /** How long a task takes when nothing else is said. */
    public static final Duration USUAL_TASK = Duration.ofSeconds(4);

    public AzureDevOpsContent {
        environments = Map.copyOf(environments);
        packages = Map.copyOf(packages);
        sources = Map.copyOf(sources);
    }
}
