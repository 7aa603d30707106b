package io.slipway.entra;

import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.AuthorizationRequestUrlParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.OnBehalfOfParameters;
import com.microsoft.aad.msal4j.UserAssertion;
import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.ports.Vault;
import java.net.URI;

/** The two ways in which a person signs in: Teams hands a token over, or a browser brings a code. */
final class SigningIn {

    private final Application application;
    private final EntraProperties entra;
    private final Vault vault;
    private final ProofKeys proofs;
    private final RecentTokens recent;

    SigningIn(Application application, EntraProperties entra, Vault vault, ProofKeys proofs, RecentTokens recent) {
        this.application = application;
        this.entra = entra;
        this.vault = vault;
        this.proofs = proofs;
        this.recent = recent;
    }

    /** Exchanges what Teams handed over, past any cache: a claims challenge may have asked for newer tokens. */
    void handedOver(Person person, String token) {
        try {
            ConfidentialClientApplication app = application.fresh();
            OnBehalfOfParameters parameters = OnBehalfOfParameters.builder(entra.delegated(), new UserAssertion(token))
                    .skipCache(true)
                    .build();
            IAuthenticationResult result = app.acquireToken(parameters).join();
            if (!who(result).equals(person.id())) {
                throw new Problem.Refused("The sign-in was not accepted: Entra knows it as another person's.");
            }
            keep(person.id(), app);
        } catch (RuntimeException e) {
            throw EntraProblems.ofPerson(e);
        }
    }

    /** Where the browser goes. */
    URI page(String state) {
        AuthorizationRequestUrlParameters parameters = AuthorizationRequestUrlParameters.builder(
                        entra.redirect().toString(), entra.delegated())
                .state(state)
                .codeChallenge(proofs.challenge(state))
                .codeChallengeMethod("S256")
                .build();
        // The library insists on form_post, a cross-site POST that would come without the cookie of our page.
        String page = application.fresh().getAuthorizationRequestUrl(parameters).toString();
        return URI.create(page.replace("response_mode=form_post", "response_mode=query"));
    }

    /** What the browser brings back; returns the object id of whoever signed in. */
    String redeemed(String code, String state) {
        try {
            ConfidentialClientApplication app = application.fresh();
            AuthorizationCodeParameters parameters = AuthorizationCodeParameters.builder(code, entra.redirect())
                    .scopes(entra.delegated())
                    .codeVerifier(proofs.verifier(state))
                    .build();
            String person = who(app.acquireToken(parameters).join());
            keep(person, app);
            return person;
        } catch (RuntimeException e) {
            throw EntraProblems.ofPerson(e);
        }
    }

    /** The object id in our own directory: whoever comes from another one is a stranger. */
    private String who(IAuthenticationResult result) {
        String account = result.account() == null ? "" : result.account().homeAccountId();
        if (!account.endsWith("." + entra.tenant())) {
            throw new Problem.Refused("Slipway serves people of its own directory only; this account is of another.");
        }
        return account.substring(0, account.length() - entra.tenant().length() - 1);
    }

    private void keep(String person, ConfidentialClientApplication app) {
        recent.forget(person);
        new KeptTokens(vault, person).replace(app.tokenCache().serialize());
    }
}
