package io.slipway.store;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code slipway.store.*}.
 *
 * @param folder where the default database and its key lie
 * @param key 32 bytes in Base64 that seal the vault; empty means a key file in the folder, made at the first start.
 *     Replicas that share a database need the same key, so there it must be set.
 */
@ConfigurationProperties("slipway.store")
public record StoreProperties(
        @DefaultValue("data") Path folder, @DefaultValue("") String key) {

    /** Without the key, since whatever can be written down will be. */
    @Override
    public String toString() {
        return "StoreProperties[folder=" + folder + "]";
    }
}
