package io.slipway.sandbox.entra;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Collectors;

/** Signs the tokens of the imitated Entra and of the imitated Bot Framework, and checks them for the other clouds. */
public final class Tokens {

    private final RSAKey key;
    private final InstantSource time;

    /** Signs with this key; dates tokens by this time. */
    public Tokens(RSAKey key, InstantSource time) {
        this.key = key;
        this.time = time;
    }

    public RSAKey publicKey() {
        return key.toPublicJWK();
    }

    /** Signs these claims as they are. */
    public String sign(JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }

    /** Whoever presents this {@code Authorization} header with the Bearer scheme, if the token is good for the audience. */
    public Optional<Caller> check(String authorization, String... audiences) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.empty();
        }
        return claims(authorization.substring(7).strip())
                .filter(claims -> claims.getAudience().stream()
                        .anyMatch(a -> Arrays.asList(audiences).contains(a)))
                .map(Tokens::caller);
    }

    /** The claims of a token that was signed here and is valid now. */
    public Optional<JWTClaimsSet> claims(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            return signedHere(jwt) ? Optional.of(jwt.getJWTClaimsSet()).filter(this::current) : Optional.empty();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    boolean signedHere(SignedJWT jwt) {
        try {
            return JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    && jwt.verify(new RSASSAVerifier(key.toRSAPublicKey()));
        } catch (JOSEException e) {
            return false;
        }
    }

    private boolean current(JWTClaimsSet claims) {
        Instant now = time.instant();
        Date begins = claims.getNotBeforeTime();
        Date ends = claims.getExpirationTime();
        return ends != null
                && now.isBefore(ends.toInstant())
                && (begins == null || !now.isBefore(begins.toInstant().minusSeconds(60)));
    }

    private static Caller caller(JWTClaimsSet claims) {
        String scopes = text(claims, "scp");
        return new Caller(
                text(claims, "oid"),
                text(claims, "name"),
                "app".equals(text(claims, "idtyp")),
                Arrays.stream(scopes.split(" ")).filter(s -> !s.isEmpty()).collect(Collectors.toUnmodifiableSet()));
    }

    private static String text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String s ? s : "";
    }
}
