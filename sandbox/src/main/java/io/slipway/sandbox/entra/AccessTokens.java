package io.slipway.sandbox.entra;

import com.nimbusds.jwt.JWTClaimsSet;
import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** The claims that Entra puts into the tokens of people and of services. */
public final class AccessTokens {

    /** How long a token is good, as Entra's default is. */
    public static final Duration LIFETIME = Duration.ofMinutes(75);

    private final Tokens tokens;
    private final World world;

    /** Signs with these tokens, for the people of this world. */
    public AccessTokens(Tokens tokens, World world) {
        this.tokens = tokens;
        this.world = world;
    }

    /**
     * A delegated token.
     *
     * @param audience the resource, such as {@code 499b84ac-1321-427f-aa17-267ca6975798}
     * @param scopes delegated permissions, separated by blanks
     */
    public String ofPerson(Human person, String audience, String scopes) {
        return tokens.sign(person(person, audience, scopes).build());
    }

    /** A token of Slipway's service principal. */
    public String ofService(String audience) {
        return tokens.sign(service(World.BOT_PRINCIPAL, "Slipway", audience).build());
    }

    /** A token of the service principal that the pipelines' service connections use. */
    public String ofPipelines(String audience) {
        return tokens.sign(service(World.PIPELINES_PRINCIPAL, "Expenses pipelines", audience)
                .build());
    }

    private JWTClaimsSet.Builder service(String objectId, String name, String audience) {
        return common(audience)
                .subject(objectId)
                .claim("oid", objectId)
                .claim("idtyp", "app")
                .claim("app_displayname", name);
    }

    JWTClaimsSet.Builder person(Human person, String audience, String scopes) {
        return common(audience)
                .subject(person.objectId() + "." + World.BOT_APP_ID)
                .claim("oid", person.objectId())
                .claim("idtyp", "user")
                .claim("name", person.name())
                .claim("preferred_username", person.mail())
                .claim("upn", person.mail())
                .claim("unique_name", person.mail())
                .claim("scp", scopes);
    }

    JWTClaimsSet.Builder common(String audience) {
        Instant now = world.clock().wall();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(List.of(audience))
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .claim("tid", World.TENANT)
                .claim("azp", World.BOT_APP_ID)
                .claim("azpacr", "1")
                .claim("appid", World.BOT_APP_ID)
                .claim("uti", UUID.randomUUID().toString())
                .claim("ver", "2.0");
    }

    /** The issuer that the tenant's tokens name. */
    public static String issuer() {
        return "https://login.microsoftonline.com/" + World.TENANT + "/v2.0";
    }
}
