package io.slipway.entra;

import io.slipway.ports.Vault;
import io.slipway.sandbox.world.World;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import okhttp3.OkHttpClient;

/** Access as the configuration puts it together, towards an imitated Entra. */
final class AccessForTests {

    private AccessForTests() {}

    /** With a secret. */
    static EntraAccess of(URI authority, String secret, OkHttpClient http, Vault vault, Clock clock) {
        EntraProperties entra = new EntraProperties(
                World.TENANT,
                World.BOT_APP_ID,
                secret,
                null,
                "",
                authority,
                URI.create("http://127.0.0.1:3978/signin/callback"),
                Set.of("499b84ac-1321-427f-aa17-267ca6975798/.default"));
        Credentials credentials = new Credentials(entra, http);
        Application application = new Application(entra, credentials, new MsalHttp(http, entra.authority()));
        RecentTokens recent = new RecentTokens(clock);
        ProofKeys proofs = new ProofKeys(vault, new SecureRandom());
        return new EntraAccess(
                new ServiceTokens(credentials.ofService(), clock),
                new PeopleTokens(application, vault, recent),
                new SigningIn(application, entra, vault, proofs, recent),
                new HandedOver(entra, clock),
                entra.delegated());
    }
}
