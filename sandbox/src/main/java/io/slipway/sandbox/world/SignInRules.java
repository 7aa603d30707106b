package io.slipway.sandbox.world;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What stands in the way of a silent sign-in, person by person, so that its failures can be played. A person who signs
 * in on Entra's page clears both.
 */
public final class SignInRules {

    private final Set<String> withoutConsent = ConcurrentHashMap.newKeySet();
    private final Map<String, String> claims = new ConcurrentHashMap<>();

    /** From now on this person has not agreed that Slipway may act for them. */
    public void withdrawConsent(Human person) {
        withoutConsent.add(person.objectId());
    }

    /**
     * From now on Entra wants to see this person before it gives a token.
     *
     * @param required the claims challenge that clients must hand on, JSON
     */
    public void demandInteraction(Human person, String required) {
        claims.put(person.objectId(), required);
    }

    /** This person signed in on the page and agreed. */
    public void settled(Human person) {
        withoutConsent.remove(person.objectId());
        claims.remove(person.objectId());
    }

    public boolean consented(Human person) {
        return !withoutConsent.contains(person.objectId());
    }

    /** The claims challenge of a person whom Entra wants to see. */
    public Optional<String> interaction(Human person) {
        return Optional.ofNullable(claims.get(person.objectId()));
    }
}
