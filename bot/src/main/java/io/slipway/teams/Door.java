package io.slipway.teams;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Lets in what Teams sends, and nobody else. */
final class Door {

    private final Optional<InboundTokens> tokens;

    /** @param tokens empty for the loopback mode, which asks for no token and serves this machine only */
    Door(Optional<InboundTokens> tokens) {
        this.tokens = tokens;
    }

    /** Refuses strangers; what it returns judges the activity once it has been read. */
    Pass open(HttpServletRequest request) {
        if (tokens.isPresent()) {
            String authorization = request.getHeader("Authorization");
            if (authorization == null) {
                throw new Unwelcome(401, "no token");
            }
            return tokens.get().check(authorization)::covers;
        }
        boolean local = fromHere(request.getRemoteAddr())
                && ServiceHosts.isLoopback(request.getServerName())
                && request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Origin") == null;
        if (!local) {
            throw new Unwelcome(403, "loopback mode serves this machine only");
        }
        return (service, channel) -> {};
    }

    private static boolean fromHere(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** What somebody who was let in may bring along. */
    interface Pass {

        /** Refuses an activity of another service or channel. */
        void covers(String serviceUrl, String channel);
    }
}
