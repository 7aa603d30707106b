package io.slipway.teams;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** Publishes keys as the Bot Framework does, and signs as it does. */
final class BotFramework implements AutoCloseable {

    static final String APP = "7b1f4a52-6a0d-4f0e-8f57-3d5a1c9e2b44";
    static final String ISSUER = "https://api.botframework.com";
    static final String SERVICE = "https://smba.trafficmanager.net/emea/";

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Map<String, Object>> published = new ConcurrentHashMap<>();
    final AtomicBoolean down = new AtomicBoolean();
    final AtomicInteger fetches = new AtomicInteger();

    BotFramework() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer(request.getTarget());
            }
        });
        server.start();
    }

    private MockResponse answer(String target) {
        if (down.get()) {
            return new MockResponse.Builder().code(500).build();
        }
        if (target.equals("/keys")) {
            fetches.incrementAndGet();
            return json(Map.of("keys", List.copyOf(published.values())));
        }
        return json(Map.of("issuer", ISSUER, "jwks_uri", server.url("/keys").toString()));
    }

    private static MockResponse json(Object body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(TeamsJson.MAPPER.valueToTree(body).toString())
                .build();
    }

    URI metadata() {
        return URI.create(server.url("/metadata").toString());
    }

    /** A new key that is published with these endorsements. */
    RSAKey publish(String id, String... endorsements) {
        return publish(key(id), endorsements);
    }

    /** Publishes a key with these endorsements. */
    RSAKey publish(RSAKey key, String... endorsements) {
        Map<String, Object> jwk = new HashMap<>(key.toPublicJWK().toJSONObject());
        jwk.put("endorsements", List.of(endorsements));
        published.put(key.getKeyID(), jwk);
        return key;
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims of a good token. */
    static JWTClaimsSet.Builder claims(Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(APP)
                .claim("serviceurl", SERVICE)
                .notBeforeTime(Date.from(now.minusSeconds(60)))
                .expirationTime(Date.from(now.plusSeconds(3600)));
    }

    /** The Authorization header. */
    static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return "Bearer " + jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
