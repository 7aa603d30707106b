package io.slipway.ports;

import io.slipway.alm.Person;

/** Out: on whose behalf Slipway can act. */
public interface Identities {

    /** Whether Slipway can act for this person without asking them to sign in. */
    boolean signedIn(Person person);
}
