package io.slipway.entra;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/**
 * The token that Teams' single sign-on hands over: it has to be this person's, for us, from our directory. Its signature
 * is judged by Entra, which takes it in exchange.
 */
final class HandedOver {

    private final EntraProperties entra;
    private final Clock clock;

    HandedOver(EntraProperties entra, Clock clock) {
        this.entra = entra;
        this.clock = clock;
    }

    /** Refuses a token that is not fit to act for this person. */
    void check(String token, Person person) {
        try {
            JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
            Set<String> ours = Set.of(entra.clientId(), "api://botid-" + entra.clientId());
            refuseUnless(claims.getAudience().stream().anyMatch(ours::contains), "is for somebody else");
            refuseUnless(entra.tenant().equals(claims.getStringClaim("tid")), "is from another directory");
            refuseUnless(issuers().contains(String.valueOf(claims.getIssuer())), "is from another issuer");
            refuseUnless(person.id().equals(claims.getStringClaim("oid")), "is another person's");
            refuseUnless(!"app".equals(claims.getStringClaim("idtyp")), "is no person's");
            Date ends = claims.getExpirationTime();
            Instant now = clock.instant();
            refuseUnless(ends != null && now.isBefore(ends.toInstant()), "has run out");
        } catch (ParseException e) {
            refuseUnless(false, "cannot be read");
        }
    }

    private List<String> issuers() {
        return List.of(
                entra.tenantAuthority() + "v2.0",
                "https://login.microsoftonline.com/" + entra.tenant() + "/v2.0",
                "https://sts.windows.net/" + entra.tenant() + "/");
    }

    private static void refuseUnless(boolean good, String why) {
        if (!good) {
            throw new Problem.Refused("The sign-in was not accepted: the token that came along " + why + ".");
        }
    }
}
