package io.slipway.entra;

import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.ports.Access;
import io.slipway.ports.Identities;
import java.net.URI;
import java.util.Set;

/** Access to the clouds through Entra ID: as the service, and on behalf of people. */
final class EntraAccess implements Access, Identities {

    private final ServiceTokens service;
    private final PeopleTokens people;
    private final SigningIn signingIn;
    private final HandedOver handedOver;
    private final Set<String> delegated;

    EntraAccess(
            ServiceTokens service,
            PeopleTokens people,
            SigningIn signingIn,
            HandedOver handedOver,
            Set<String> delegated) {
        this.service = service;
        this.people = people;
        this.signingIn = signingIn;
        this.handedOver = handedOver;
        this.delegated = delegated;
    }

    @Override
    public String service(String scope) {
        return service.of(scope);
    }

    @Override
    public String person(Person person, String scope) {
        return people.of(person, scope);
    }

    @Override
    public void forget(Person person) {
        people.forget(person);
    }

    @Override
    public void signedIn(Person person, String assertion) {
        handedOver.check(assertion, person);
        signingIn.handedOver(person, assertion);
    }

    @Override
    public URI signInPage(String state) {
        return signingIn.page(state);
    }

    @Override
    public String redeem(String code, String state) {
        return signingIn.redeemed(code, state);
    }

    @Override
    public boolean signedIn(Person person) {
        try {
            delegated.forEach(scope -> people.of(person, scope));
            return true;
        } catch (Problem.SignInNeeded e) {
            return false;
        }
    }
}
