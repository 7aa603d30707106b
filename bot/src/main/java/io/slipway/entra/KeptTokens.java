package io.slipway.entra;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
import io.slipway.ports.Vault;

/** One person's cache of the library, as a sealed entry of the vault. */
final class KeptTokens implements ITokenCacheAccessAspect {

    private final Vault vault;
    private final String name;

    KeptTokens(Vault vault, String person) {
        this.vault = vault;
        this.name = "entra/tokens/" + person;
    }

    /** Whether there is anything: who never signed in costs no more than this look. */
    boolean any() {
        return vault.open(name).isPresent();
    }

    /** Replaces whatever was kept. */
    void replace(String cache) {
        vault.keep(name, cache);
    }

    @Override
    public void beforeCacheAccess(ITokenCacheAccessContext context) {
        vault.open(name).filter(cache -> !cache.isEmpty()).ifPresent(context.tokenCache()::deserialize);
    }

    @Override
    public void afterCacheAccess(ITokenCacheAccessContext context) {
        if (context.hasCacheChanged()) {
            replace(context.tokenCache().serialize());
        }
    }
}
