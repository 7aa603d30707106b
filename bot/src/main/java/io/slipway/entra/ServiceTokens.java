package io.slipway.entra;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The service's own tokens. Kept here as well as in the library, since every message to Teams needs one. */
final class ServiceTokens {

    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final TokenCredential credential;
    private final Clock clock;
    private final Map<String, AccessToken> tokens = new ConcurrentHashMap<>();
    private final ReentrantLock fetching = new ReentrantLock();

    ServiceTokens(TokenCredential credential, Clock clock) {
        this.credential = credential;
        this.clock = clock;
    }

    String of(String scope) {
        AccessToken known = tokens.get(scope);
        return fresh(known) ? known.getToken() : fetched(scope);
    }

    private String fetched(String scope) {
        fetching.lock();
        try {
            AccessToken known = tokens.get(scope);
            if (!fresh(known)) {
                known = credential.getTokenSync(new TokenRequestContext().addScopes(scope));
                tokens.put(scope, known);
            }
            return known.getToken();
        } catch (RuntimeException e) {
            throw EntraProblems.ofService(e);
        } finally {
            fetching.unlock();
        }
    }

    private boolean fresh(@Nullable AccessToken token) {
        Instant soon = clock.instant().plus(MARGIN);
        return token != null && soon.isBefore(token.getExpiresAt().toInstant());
    }
}
