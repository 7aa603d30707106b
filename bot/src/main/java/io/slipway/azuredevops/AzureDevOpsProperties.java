package io.slipway.azuredevops;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Slipway and Azure DevOps find and trust each other.
 *
 * @param address where organizations live; another one for a server of one's own
 * @param scope what tokens are asked for; the application's id, as Azure DevOps wants it
 * @param callback Slipway's own public address, for service hooks; without it Slipway polls only
 * @param hookSecret the password that service hooks bring along; needed with a callback
 * @param buildResource alias of the build pipeline among the deploy pipeline's resources
 * @param requestParameter the deploy pipeline's string parameter that carries the key of a request
 * @param branch the branch whose deploy pipeline is run
 */
@ConfigurationProperties("slipway.azuredevops")
record AzureDevOpsProperties(
        @DefaultValue("https://dev.azure.com") URI address,
        @DefaultValue(AzureDevOpsProperties.RESOURCE) String scope,
        @Nullable URI callback,
        @DefaultValue("") String hookSecret,
        @DefaultValue("build") String buildResource,
        @DefaultValue("slipwayRequest") String requestParameter,
        @DefaultValue("refs/heads/main") String branch) {

    static final String RESOURCE = "499b84ac-1321-427f-aa17-267ca6975798/.default";

    AzureDevOpsProperties {
        if (callback != null && hookSecret.length() < 16) {
            throw new IllegalArgumentException(
                    "slipway.azuredevops.hook-secret is needed with a callback address and has to "
                            + "have at least 16 characters: anybody could call Slipway otherwise.");
        }
    }

    /** Without the secret, since whatever can be written down will be. */
    @Override
    public String toString() {
        return "AzureDevOpsProperties[address=" + address + ", callback=" + callback + "]";
    }

    /** The values that hold when only the address is set. */
    static AzureDevOpsProperties at(URI address) {
        return new AzureDevOpsProperties(address, RESOURCE, null, "", "build", "slipwayRequest", "refs/heads/main");
    }
}
