package io.slipway.teams;

import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.ports.Access;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Gives the token that the test's connector wants, and notes who signed in. */
final class FakeAccess implements Access {

    final Map<String, String> signedIn = new ConcurrentHashMap<>();
    final AtomicInteger exchanges = new AtomicInteger();
    volatile Function<String, String> service = scope -> "service-token";
    volatile boolean refuses;

    @Override
    public String service(String scope) {
        return service.apply(scope);
    }

    @Override
    public String person(Person person, String scope) {
        throw new UnsupportedOperationException("the porch acts for nobody");
    }

    @Override
    public void forget(Person person) {
        signedIn.remove(person.id());
    }

    @Override
    public void signedIn(Person person, String assertion) {
        exchanges.incrementAndGet();
        if (refuses) {
            throw new Problem.SignInNeeded("Sign in by hand.", "");
        }
        signedIn.put(person.id(), assertion);
    }

    @Override
    public URI signInPage(String state) {
        return URI.create("https://login.example/authorize?state=" + state);
    }

    @Override
    public String redeem(String code, String state) {
        if (!code.startsWith("good-")) {
            throw new Problem.SignInNeeded("The code is no good.", "");
        }
        return code.substring(5);
    }
}
