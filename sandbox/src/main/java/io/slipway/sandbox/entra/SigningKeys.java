package io.slipway.sandbox.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;

/**
 * The keys that sign: one pair for the tenant's tokens, one for what the Bot Framework sends to bots. They lie in the
 * state folder, so that tokens stay good when the sandbox is started again.
 */
public record SigningKeys(RSAKey tenant, RSAKey channel) {

    private static final String FILE = "signing-keys.json";

    /** Reads the keys from the state folder, or makes them and leaves them there. */
    public static SigningKeys in(Path state) {
        Path file = state.resolve(FILE);
        try {
            if (Files.exists(file)) {
                JWKSet set = JWKSet.load(file.toFile());
                return new SigningKeys(
                        set.getKeyByKeyId("tenant").toRSAKey(),
                        set.getKeyByKeyId("channel").toRSAKey());
            }
            SigningKeys made = made();
            Files.createDirectories(state);
            Files.writeString(file, new JWKSet(List.of(made.tenant, made.channel)).toString(false));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the signing keys in " + file, e);
        } catch (ParseException e) {
            throw new IllegalStateException(file + " is damaged; delete it or start with --fresh", e);
        }
    }

    /** New keys that are kept nowhere. */
    public static SigningKeys made() {
        return new SigningKeys(make("tenant"), make("channel"));
    }

    private static RSAKey make(String id) {
        try {
            return new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot make a signing key", e);
        }
    }
}
