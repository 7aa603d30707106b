package io.slipway.ports;

import java.util.Optional;

/** Out: small secrets that must outlive a restart, sealed before they are written. */
public interface Vault {

    /** What was kept under this name. */
    Optional<String> open(String name);

    /** Keeps it, instead of what was there. */
    void keep(String name, String secret);
}
