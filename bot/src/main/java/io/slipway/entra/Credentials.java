package io.slipway.entra;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import io.slipway.alm.Problem;
import java.time.Duration;
import okhttp3.OkHttpClient;
import reactor.core.publisher.Mono;

/** How Slipway proves who it is, in the forms that the two libraries want. */
final class Credentials {

    /** Once more at once; whoever needs the token for longer work waits in the engine. */
    private static final RetryOptions RETRY = new RetryOptions(new FixedDelayOptions(1, Duration.ofMillis(300)));

    private static final String FEDERATED = "api://AzureADTokenExchange/.default";

    private final EntraProperties entra;
    private final HttpClient http;

    Credentials(EntraProperties entra, OkHttpClient http) {
        this.entra = entra;
        this.http = new OkHttpAsyncHttpClientBuilder(http).build();
    }

    /** For tokens of the service. */
    TokenCredential ofService() {
        if (!entra.managedIdentity().isEmpty()) {
            return managedIdentity();
        }
        if (!entra.clientSecret().isEmpty()) {
            ClientSecretCredentialBuilder builder = new ClientSecretCredentialBuilder()
                    .tenantId(entra.tenant())
                    .clientId(entra.clientId())
                    .clientSecret(entra.clientSecret())
                    .authorityHost(entra.authority().toString())
                    .retryOptions(RETRY)
                    .httpClient(http);
            return entra.listed()
                    ? builder.build()
                    : builder.disableInstanceDiscovery().build();
        }
        if (entra.certificate() != null) {
            ClientCertificateCredentialBuilder builder = new ClientCertificateCredentialBuilder()
                    .tenantId(entra.tenant())
                    .clientId(entra.clientId())
                    .pemCertificate(entra.certificate().toString())
                    .authorityHost(entra.authority().toString())
                    .retryOptions(RETRY)
                    .httpClient(http);
            return entra.listed()
                    ? builder.build()
                    : builder.disableInstanceDiscovery().build();
        }
        return request -> Mono.error(missing());
    }

    /** For exchanging what people hand over. */
    IClientCredential ofApplication() {
        if (!entra.managedIdentity().isEmpty()) {
            TokenCredential identity = managedIdentity();
            return ClientCredentialFactory.createFromCallback(
                    () -> identity.getTokenSync(new TokenRequestContext().addScopes(FEDERATED))
                            .getToken());
        }
        if (!entra.clientSecret().isEmpty()) {
            return ClientCredentialFactory.createFromSecret(entra.clientSecret());
        }
        if (entra.certificate() != null) {
            return PemFile.read(entra.certificate());
        }
        throw missing();
    }

    private TokenCredential managedIdentity() {
        ManagedIdentityCredentialBuilder builder = new ManagedIdentityCredentialBuilder().httpClient(http);
        return "system".equals(entra.managedIdentity())
                ? builder.build()
                : builder.clientId(entra.managedIdentity()).build();
    }

    private static Problem missing() {
        return new Problem.Broken("Slipway has no credential for Entra. Whoever runs it has to set one of"
                + " slipway.entra.client-secret, .certificate and .managed-identity.");
    }
}
