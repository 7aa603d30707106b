package io.slipway.entra;

import io.slipway.ports.Vault;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The proof key of each sign-in in a browser (PKCE): made from its state and a secret that all replicas share, so that
 * nothing has to be remembered between leaving and coming back.
 */
final class ProofKeys {

    private static final String SECRET = "entra/proof-keys";

    private final Vault vault;
    private final RandomGenerator random;

    ProofKeys(Vault vault, RandomGenerator random) {
        this.vault = vault;
        this.random = random;
    }

    /** What Slipway shows when it comes for the tokens. */
    String verifier(String state) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
            return text(mac.doFinal(state.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    /** What the browser takes along, and what does not give the verifier away. */
    String challenge(String state) {
        try {
            byte[] verifier = verifier(state).getBytes(StandardCharsets.US_ASCII);
            return text(MessageDigest.getInstance("SHA-256").digest(verifier));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private byte[] secret() {
        String kept = vault.open(SECRET).orElse("");
        if (kept.isEmpty()) {
            byte[] fresh = new byte[32];
            random.nextBytes(fresh);
            vault.keep(SECRET, text(fresh));
            kept = vault.open(SECRET).orElseGet(() -> text(fresh));
        }
        return Base64.getUrlDecoder().decode(kept);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
