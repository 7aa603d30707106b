package io.slipway.teams;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells Teams from a stranger. The SDK's own check accepts tokens of foreign skills and emulators, and tokens that never
 * expire; this one knows one issuer, one audience and one algorithm.
 */
final class InboundTokens {

    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int LONGEST = 16_384;
    private static final int REMEMBERED = 1000;

    private final SigningKeys keys;
    private final String issuer;
    private final String audience;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    InboundTokens(SigningKeys keys, String issuer, String audience, Clock clock) {
        this.keys = keys;
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    /**
     * What a good token vouches for.
     *
     * @param service the only address that answers may be sent to
     * @param channels the channels that the key may sign for
     */
    record Voucher(String service, Set<String> channels) {

        /** Refuses an activity that this token does not vouch for. */
        void covers(String serviceUrl, String channel) {
            if (!trimmed(service).equalsIgnoreCase(trimmed(serviceUrl))) {
                throw new Unwelcome(403, "service address differs from the token's");
            }
            if (!channels.contains(channel)) {
                throw new Unwelcome(403, "the key is not endorsed for this channel");
            }
        }

        private static String trimmed(String address) {
            return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        }
    }

    private record Known(String keyId, RSAKey key, JWTClaimsSet claims) {}

    /** Checks the value of an Authorization header. Teams uses a token for a while: its signature is checked once. */
    Voucher check(String authorization) {
        Known token = known.get(authorization);
        if (token == null) {
            token = verified(authorization);
            remember(authorization, token);
        }
        SigningKeys.SigningKey key = published(token.keyId());
        if (!key.key().equals(token.key())) {
            known.remove(authorization);
            throw new Unwelcome(401, "the token is signed with a key of former times");
        }
        try {
            return vouch(token.claims(), key);
        } catch (ParseException e) {
            throw new Unwelcome(401, "the token cannot be read");
        }
    }

    private Known verified(String authorization) {
        SignedJWT token = parse(authorization);
        String keyId = token.getHeader().getKeyID();
        RSAKey key = published(keyId).key();
        try {
            if (!token.verify(new RSASSAVerifier(key.toRSAPublicKey()))) {
                throw new Unwelcome(401, "the token's signature is wrong");
            }
            return new Known(keyId, key, token.getJWTClaimsSet());
        } catch (JOSEException | ParseException e) {
            throw new Unwelcome(401, "the token cannot be read");
        }
    }

    private void remember(String authorization, Known token) {
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        known.put(authorization, token);
    }

    private SigningKeys.SigningKey published(String keyId) {
        return keys.find(keyId).orElseThrow(() -> new Unwelcome(401, "the token is signed with an unknown key"));
    }

    private static SignedJWT parse(String authorization) {
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7) || authorization.length() > LONGEST) {
            throw new Unwelcome(401, "no bearer token");
        }
        try {
            SignedJWT token = SignedJWT.parse(authorization.substring(7).strip());
            if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())
                    || token.getHeader().getKeyID() == null) {
                throw new Unwelcome(401, "the token is not signed in the way of the Bot Framework");
            }
            return token;
        } catch (ParseException | IllegalArgumentException e) {
            throw new Unwelcome(401, "the token cannot be read");
        }
    }

    private Voucher vouch(JWTClaimsSet claims, SigningKeys.SigningKey key) throws ParseException {
        if (!issuer.equals(claims.getIssuer())) {
            throw new Unwelcome(403, "the token has another issuer");
        }
        if (!claims.getAudience().contains(audience)) {
            throw new Unwelcome(403, "the token is for another audience");
        }
        Instant now = clock.instant();
        Date ends = claims.getExpirationTime();
        if (ends == null || !now.isBefore(ends.toInstant().plus(SKEW))) {
            throw new Unwelcome(401, "the token has run out");
        }
        Date begins = claims.getNotBeforeTime();
        if (begins != null && now.isBefore(begins.toInstant().minus(SKEW))) {
            throw new Unwelcome(401, "the token is not valid yet");
        }
        String service = claims.getStringClaim("serviceurl");
        if (service == null || service.isBlank()) {
            throw new Unwelcome(403, "the token names no service address");
        }
        return new Voucher(service, key.endorsements());
    }
}
