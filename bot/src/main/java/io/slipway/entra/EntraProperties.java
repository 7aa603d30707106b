package io.slipway.entra;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who Slipway is in Entra ID, and how it proves it: by one of a secret, a certificate or a managed identity.
 *
 * @param tenant id of the directory whose people Slipway serves
 * @param clientId application id
 * @param clientSecret a secret of the application
 * @param certificate a PEM file with a certificate of the application and its private key
 * @param managedIdentity client id of a managed identity, or {@code system}
 * @param authority address of Entra, without a tenant
 * @param redirect where Entra sends browsers back to
 * @param delegated what people's sign-ins are for
 */
@ConfigurationProperties("slipway.entra")
record EntraProperties(
        @DefaultValue("") String tenant,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @Nullable Path certificate,
        @DefaultValue("") String managedIdentity,
        @DefaultValue("https://login.microsoftonline.com") URI authority,

        @DefaultValue("http://127.0.0.1:3978/signin/callback")
        URI redirect,

        @DefaultValue("499b84ac-1321-427f-aa17-267ca6975798/.default")
        Set<String> delegated) {

    private static final Set<String> PUBLIC =
            Set.of("login.microsoftonline.com", "login.microsoftonline.us", "login.partner.microsoftonline.cn");

    EntraProperties {
        delegated = Set.copyOf(delegated);
    }

    /** Whether the authority is one that Entra itself lists; others are taken at their word. */
    boolean listed() {
        return PUBLIC.contains(authority.getHost());
    }

    String tenantAuthority() {
        return authority.toString().replaceAll("/$", "") + "/" + tenant + "/";
    }

    @Override
    public String toString() {
        return "EntraProperties[tenant=" + tenant + ", clientId=" + clientId + ", authority=" + authority + "]";
    }
}
