package io.slipway.teams;

import io.slipway.alm.Problem;
import io.slipway.ports.Access;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which hosts Slipway talks to as itself: its token goes to them and to nobody else. */
final class ServiceHosts {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

    private final List<String> allowed;
    private final boolean loopback;
    private final String scope;
    private final Access access;

    ServiceHosts(TeamsProperties teams, Access access) {
        this.allowed = teams.serviceHosts();
        this.loopback = teams.loopback();
        this.scope = teams.scope();
        this.access = access;
    }

    /** The token for this address; none for test clients; refuses every other host. */
    Optional<String> token(URI service) {
        String host = String.valueOf(service.getHost()).toLowerCase(Locale.ROOT);
        if (loopback && LOOPBACK.contains(host)) {
            return Optional.empty();
        }
        boolean safe = "https".equals(service.getScheme()) || LOOPBACK.contains(host);
        if (!safe || loopback || allowed.stream().noneMatch(pattern -> matches(pattern, host))) {
            throw new Problem.Refused("Slipway does not answer to " + host + ": it is not among its service hosts.");
        }
        return Optional.of(access.service(scope));
    }

    static boolean isLoopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    }

    private static boolean matches(String pattern, String host) {
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : pattern.equalsIgnoreCase(host);
    }
}
