package io.slipway.entra;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens of people in memory, so that not every call to Azure DevOps opens the vault. */
final class RecentTokens {

    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final int MOST = 5000;

    private final Clock clock;
    private final Map<Key, Kept> tokens = new ConcurrentHashMap<>();

    RecentTokens(Clock clock) {
        this.clock = clock;
    }

    private record Key(String person, String scope) {}

    private record Kept(String token, Instant until) {}

    Optional<String> find(String person, String scope) {
        Kept kept = tokens.get(new Key(person, scope));
        return Optional.ofNullable(kept)
                .filter(k -> clock.instant().plus(MARGIN).isBefore(k.until()))
                .map(Kept::token);
    }

    void keep(String person, String scope, IAuthenticationResult result) {
        if (tokens.size() >= MOST) {
            tokens.clear();
        }
        tokens.put(
                new Key(person, scope),
                new Kept(result.accessToken(), result.expiresOnDate().toInstant()));
    }

    void forget(String person) {
        tokens.keySet().removeIf(key -> key.person().equals(person));
    }
}
