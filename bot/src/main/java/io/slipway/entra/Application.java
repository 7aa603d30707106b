package io.slipway.entra;

import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import java.net.MalformedURLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Slipway's application in Entra, as the library sees it; a new one for each use, since each person has a cache. */
final class Application {

    private final EntraProperties entra;
    private final Credentials credentials;
    private final IHttpClient http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Application(EntraProperties entra, Credentials credentials, IHttpClient http) {
        this.entra = entra;
        this.credentials = credentials;
        this.http = http;
    }

    /** With this cache. */
    ConfidentialClientApplication with(ITokenCacheAccessAspect cache) {
        return common().setTokenCacheAccessAspect(cache).build();
    }

    /** With an empty cache of its own. */
    ConfidentialClientApplication fresh() {
        return common().build();
    }

    private ConfidentialClientApplication.Builder common() {
        try {
            return ConfidentialClientApplication.builder(entra.clientId(), credentials.ofApplication())
                    .authority(entra.tenantAuthority())
                    .instanceDiscovery(entra.listed())
                    .validateAuthority(entra.listed())
                    .httpClient(http)
                    .executorService(threads);
        } catch (MalformedURLException e) {
            throw new IllegalStateException("slipway.entra.authority is no address: " + entra.authority(), e);
        }
    }
}
