package io.slipway.sandbox.teams;

import com.nimbusds.jwt.JWTClaimsSet;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.World;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/** What the Teams client does behind the scenes: gets the person's token for the bot's own app from Entra. */
final class SingleSignOn {

    /** The application id of the Teams web client. */
    private static final String TEAMS_CLIENT = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";

    private final World world;
    private final Tokens entra;
    private final Faults faults;

    SingleSignOn(World world, Tokens entra, Faults faults) {
        this.world = world;
        this.entra = entra;
        this.faults = faults;
    }

    /** The token for this resource, unless this person has to sign in with their own hands or it is not the bot's. */
    Optional<String> token(Human person, String resource) {
        boolean ours = resource.endsWith(World.BOT_APP_ID);
        return ours && !faults.mustSignIn(person.alias()) ? Optional.of(issue(person)) : Optional.empty();
    }

    private String issue(Human person) {
        Instant now = world.clock().wall();
        return entra.sign(new JWTClaimsSet.Builder()
                .issuer("https://login.microsoftonline.com/" + World.TENANT + "/v2.0")
                .audience(World.BOT_APP_ID)
                .subject(person.alias() + "-at-slipway")
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)))
                .jwtID(UUID.randomUUID().toString())
                .claim("azp", TEAMS_CLIENT)
                .claim("azpacr", "0")
                .claim("name", person.name())
                .claim("oid", person.objectId())
                .claim("preferred_username", person.mail())
                .claim("scp", "access_as_user")
                .claim("tid", World.TENANT)
                .claim("ver", "2.0")
                .build());
    }
}
