package io.slipway.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.RSAKey;
import io.slipway.alm.Problem;
import io.slipway.http.Http;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that the Bot Framework signs with, and the channels each is endorsed for. They are kept through an outage of
 * the metadata and fetched again at once when a key is unknown, but not more often than strangers should make us.
 */
final class SigningKeys {

    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);
    private static final Duration FRESH = Duration.ofHours(12);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Http http;
    private final URI metadata;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Snapshot snapshot = new Snapshot(Map.of(), Instant.EPOCH);
    private volatile Instant tried = Instant.EPOCH;

    SigningKeys(Http http, URI metadata, Clock clock) {
        this.http = http;
        this.metadata = metadata;
        this.clock = clock;
    }

    /** One key. */
    record SigningKey(RSAKey key, Set<String> endorsements) {}

    private record Snapshot(Map<String, SigningKey> keys, Instant fetched) {}

    /**
     * The key of this id.
     *
     * @throws Problem.Unavailable when no key has ever been fetched and none can be
     */
    Optional<SigningKey> find(String id) {
        Snapshot known = snapshot;
        if (!known.keys().containsKey(id)) {
            fetching.lock();
            refreshAndUnlock();
        } else if (clock.instant().isAfter(known.fetched().plus(FRESH)) && fetching.tryLock()) {
            refreshAndUnlock();
        }
        if (snapshot.keys().isEmpty()) {
            throw new Problem.Unavailable("The Bot Framework's keys cannot be had.", null);
        }
        return Optional.ofNullable(snapshot.keys().get(id));
    }

    private void refreshAndUnlock() {
        try {
            if (snapshot.keys().isEmpty() || !clock.instant().isBefore(tried.plus(PATIENCE))) {
                tried = clock.instant();
                snapshot = new Snapshot(fetch(), tried);
            }
        } catch (Problem | IOException | ParseException | IllegalArgumentException e) {
            log.warn(
                    "keys of the Bot Framework not fetched from={} kept={}: {}",
                    metadata,
                    snapshot.keys().size(),
                    e.getMessage());
        } finally {
            fetching.unlock();
        }
    }

    private Map<String, SigningKey> fetch() throws IOException, ParseException {
        JsonNode set = get(get(metadata.toString()).path("jwks_uri").asText());
        Map<String, SigningKey> found = new HashMap<>();
        for (JsonNode key : set.path("keys")) {
            if ("RSA".equals(key.path("kty").asText()) && key.hasNonNull("kid")) {
                Set<String> endorsements = new HashSet<>();
                key.path("endorsements").forEach(e -> endorsements.add(e.asText()));
                found.put(key.get("kid").asText(), new SigningKey(RSAKey.parse(key.toString()), endorsements));
            }
        }
        if (found.isEmpty()) {
            throw new IOException("no RSA key among the published ones");
        }
        return Map.copyOf(found);
    }

    private JsonNode get(String address) throws IOException {
        return TeamsJson.MAPPER.readTree(
                http.get(URI.create(address)).of("Bot Framework").text());
    }
}
