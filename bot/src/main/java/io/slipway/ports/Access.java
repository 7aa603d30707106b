package io.slipway.ports;

import io.slipway.alm.Person;
import java.net.URI;

/** Out: access tokens for the clouds, as the value of an Authorization header's Bearer scheme. */
public interface Access {

    /** The service's own token for a resource, such as {@code https://contoso.crm4.dynamics.com/.default}. */
    String service(String scope);

    /**
     * The person's token for a resource, on behalf of them.
     *
     * @throws io.slipway.alm.Problem.SignInNeeded when the person has to sign in (again)
     */
    String person(Person person, String scope);

    /** A service does not take this person's token any more: forgets it, so that they are asked to sign in. */
    void forget(Person person);

    /** Exchanges what Teams' single sign-on handed over, so that tokens for this person can be had afterwards. */
    void signedIn(Person person, String assertion);

    /** Where a browser signs in when the silent way fails; the state comes back to {@link #redeem}. */
    URI signInPage(String state);

    /** Ends the browser's way: the authorization code becomes tokens of whoever signed in, whose object id is returned. */
    String redeem(String code, String state);
}
