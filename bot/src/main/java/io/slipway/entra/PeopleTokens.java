package io.slipway.entra;

import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.SilentParameters;
import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.ports.Vault;
import java.net.MalformedURLException;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Tokens of people who have signed in. What the library caches for a person is one sealed entry of the vault, so that a
 * restart signs nobody out and nobody's entry can hold another one's tokens.
 */
final class PeopleTokens {

    private static final int LANES = 64;

    private final Application application;
    private final Vault vault;
    private final RecentTokens recent;
    private final ReentrantLock[] lanes =
            Stream.generate(ReentrantLock::new).limit(LANES).toArray(ReentrantLock[]::new);

    PeopleTokens(Application application, Vault vault, RecentTokens recent) {
        this.application = application;
        this.vault = vault;
        this.recent = recent;
    }

    /** A token of this person, from memory, from the vault or from Entra. */
    String of(Person person, String scope) {
        return recent.find(person.id(), scope).orElseGet(() -> silently(person, scope));
    }

    /** Whatever is kept of this person, here and in the vault. */
    void forget(Person person) {
        recent.forget(person.id());
        new KeptTokens(vault, person.id()).replace("");
    }

    private String silently(Person person, String scope) {
        ReentrantLock lane = lanes[Math.floorMod(person.id().hashCode(), LANES)];
        lane.lock();
        try {
            IAuthenticationResult result = acquired(person, scope);
            recent.keep(person.id(), scope, result);
            return result.accessToken();
        } catch (MalformedURLException e) {
            throw new Problem.Broken("slipway.entra.authority is no address.", e);
        } catch (RuntimeException e) {
            throw EntraProblems.ofPerson(e);
        } finally {
            lane.unlock();
        }
    }

    private IAuthenticationResult acquired(Person person, String scope) throws MalformedURLException {
        KeptTokens kept = new KeptTokens(vault, person.id());
        if (!kept.any()) {
            throw EntraProblems.signIn("");
        }
        ConfidentialClientApplication app = application.with(kept);
        IAccount account = app.getAccounts().join().stream()
                .filter(a -> a.homeAccountId().startsWith(person.id() + "."))
                .findFirst()
                .orElseThrow(() -> EntraProblems.signIn(""));
        return app.acquireTokenSilently(
                        SilentParameters.builder(Set.of(scope), account).build())
                .join();
    }
}
