package io.slipway.sandbox.entra;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.World;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** The token of a person that Slipway hands in to act on their behalf: whether Entra would take it. */
final class Assertion {

    private static final List<String> AUDIENCES =
            List.of(World.BOT_APP_ID, "api://botid-" + World.BOT_APP_ID, "api://" + World.BOT_APP_ID);

    private final Tokens tokens;
    private final World world;

    Assertion(Tokens tokens, World world) {
        this.tokens = tokens;
        this.world = world;
    }

    Human person(String assertion) {
        JWTClaimsSet claims = parse(assertion);
        checkAudience(claims);
        checkTime(claims);
        if ("app".equals(claims.getClaim("idtyp"))) {
            throw new EntraException(EntraError.grant(
                    7000114,
                    "Application '" + World.BOT_APP_ID + "' is not allowed to make application on-behalf-of calls."));
        }
        return world.human(String.valueOf(claims.getClaim("oid")))
                .orElseThrow(() -> new EntraException(EntraError.grant(
                        50034,
                        "The user account does not exist in the Contoso directory. To sign into this application,"
                                + " the account must be added to the directory.")));
    }

    private JWTClaimsSet parse(String assertion) {
        try {
            SignedJWT jwt = SignedJWT.parse(assertion);
            if (!tokens.signedHere(jwt)) {
                throw new EntraException(EntraError.grant(
                        50013,
                        "Assertion failed signature validation. [Reason - The provided signature value did not match"
                                + " the expected signature value.]"));
            }
            return jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new EntraException(
                    EntraError.of(400, "invalid_request", 50027, "JWT token is invalid or malformed."));
        }
    }

    private static void checkAudience(JWTClaimsSet claims) {
        if (claims.getAudience().stream().noneMatch(AUDIENCES::contains)) {
            throw new EntraException(EntraError.grant(
                    500131,
                    "Assertion audience does not match the Client app presenting the assertion. The audience in the"
                            + " assertion was '" + String.join(",", claims.getAudience())
                            + "' and the expected audience is '" + AUDIENCES.get(1)
                            + "' or one of the Application Uris of this application with App ID '" + World.BOT_APP_ID
                            + "'(Slipway). The downstream client must request a token for the expected audience (the"
                            + " application that made the OBO request) and this application should use that token as"
                            + " the assertion."));
        }
    }

    private void checkTime(JWTClaimsSet claims) {
        Instant now = world.clock().wall();
        Date ends = claims.getExpirationTime();
        if (ends == null || !now.isBefore(ends.toInstant())) {
            throw new EntraException(EntraError.grant(
                    500133,
                    "Assertion is not within its valid time range. Ensure that the access token is not expired before"
                            + " using it for user assertion, or request a new token. Current time: " + now
                            + ", expiry time of assertion "
                            + (ends == null ? "unknown" : ends.toInstant()) + "."));
        }
    }
}
