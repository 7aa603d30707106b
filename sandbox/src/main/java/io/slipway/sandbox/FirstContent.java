package io.slipway.sandbox;

import io.slipway.sandbox.azuredevops.AzureDevOpsContent;
import io.slipway.sandbox.world.ExpensesSolution;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Azure DevOps begins with: the versions of Expenses that were committed and built. */
final class FirstContent {

    private FirstContent() {}

    static AzureDevOpsContent of(Map<String, URI> environments, SandboxSettings settings) {
        return new AzureDevOpsContent(
                environments, versions(true), versions(false), settings.pace().task());
    }

    private static Map<String, byte[]> versions(boolean managed) {
        return Stream.of("1.4.0.11", "1.4.0.12", "1.4.0.13")
                .collect(Collectors.toMap(version -> version, version -> ExpensesSolution.zip(version, managed)));
    }
}
