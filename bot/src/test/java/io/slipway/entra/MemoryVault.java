package io.slipway.entra;

import io.slipway.ports.Vault;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets in memory, for tests. */
public final class MemoryVault implements Vault {

    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    @Override
    public Optional<String> open(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public void keep(String name, String secret) {
        secrets.put(name, secret);
    }

    /** What is kept. */
    public Set<String> names() {
        return secrets.keySet();
    }
}
