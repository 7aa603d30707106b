package io.slipway.sandbox.entra;

import io.slipway.sandbox.world.Human;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The authorization codes that are out: good once, for a few minutes, for whoever knows the verifier. */
final class Codes {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Map<String, Code> out = new ConcurrentHashMap<>();
    private final Map<String, Instant> redeemed = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /**
     * What a code stands for.
     *
     * @param challenge of PKCE, empty without
     * @param method {@code S256} or {@code plain}
     */
    record Code(Human person, String redirect, String nonce, Challenge challenge, Instant until) {}

    record Challenge(String value, String method) {}

    String issue(Human person, String redirect, String nonce, Challenge challenge, Instant now) {
        byte[] bytes = new byte[48];
        random.nextBytes(bytes);
        String code = "1.AX" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        out.put(code, new Code(person, redirect, nonce, challenge, now.plus(LIFETIME)));
        return code;
    }

    Code redeem(String code, String redirect, String verifier, Instant now) {
        Code found = out.remove(code);
        if (found == null) {
            throw new EntraException(
                    redeemed.containsKey(code)
                            ? EntraError.grant(
                                    54005,
                                    "OAuth2 Authorization code was already redeemed, please retry with a new valid code"
                                            + " or use an existing refresh token.")
                            : EntraError.grant(9002313, "Invalid request. Request is malformed or invalid."));
        }
        redeemed.put(code, now);
        if (now.isAfter(found.until)) {
            throw new EntraException(EntraError.grant(
                    70008, "The provided authorization code or refresh token has expired due to inactivity."));
        }
        if (!found.redirect.equals(redirect)) {
            throw new EntraException(EntraError.grant(
                    500112,
                    "The reply address '" + redirect + "' does not match the reply address '" + found.redirect
                            + "' provided when requesting Authorization code."));
        }
        if (!matches(found.challenge, verifier)) {
            throw new EntraException(EntraError.grant(
                    501481,
                    "The Code_Verifier does not match the code_challenge supplied in the authorization request."));
        }
        return found;
    }

    private static boolean matches(Challenge challenge, String verifier) {
        if (challenge.value.isEmpty()) {
            return true;
        }
        return challenge.value.equals("S256".equals(challenge.method) ? hash(verifier) : verifier);
    }

    private static String hash(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
