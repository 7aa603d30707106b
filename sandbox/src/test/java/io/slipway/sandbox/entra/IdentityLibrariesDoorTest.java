package io.slipway.sandbox.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.OnBehalfOfParameters;
import com.microsoft.aad.msal4j.SilentParameters;
import com.microsoft.aad.msal4j.UserAssertion;
import com.nimbusds.jwt.JWTClaimsSet;
import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLContext;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real msal4j and azure-identity, unmodified, against the imitated Entra; they trust the PEM file and nothing else. */
class IdentityLibrariesDoorTest {

    private static final String AZURE_DEVOPS = "499b84ac-1321-427f-aa17-267ca6975798";
    private static final URI BOT = URI.create("http://127.0.0.1:1/api/messages");

    @TempDir
    Path state;

    private Sandbox sandbox;
    private Human rita;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxSettings.anyPorts(state, BOT));
        rita = sandbox.world().human("rita").orElseThrow();
    }

    @AfterEach
    void end() {
        sandbox.close();
    }

    @Test
    void azure_identity_gets_a_token_for_the_service() throws Exception {
        Trust trust = Trust.in(sandbox.entraCertificate());
        OkHttpClient http = new OkHttpClient.Builder()
                .sslSocketFactory(trust.context().getSocketFactory(), trust.manager())
                .build();

        AccessToken token = new ClientSecretCredentialBuilder()
                .authorityHost(sandbox.entra().toString())
                .disableInstanceDiscovery()
                .tenantId(World.TENANT)
                .clientId(World.BOT_APP_ID)
                .clientSecret(World.BOT_SECRET)
                .httpClient(new OkHttpAsyncHttpClientBuilder(http).build())
                .build()
                .getTokenSync(new TokenRequestContext().addScopes(AZURE_DEVOPS + "/.default"));

        assertThat(sandbox.tokens().check("Bearer " + token.getToken(), AZURE_DEVOPS))
                .hasValueSatisfying(caller -> assertThat(caller.service()).isTrue());
    }

    @Test
    void msal_gets_a_token_for_the_service() throws Exception {
        IAuthenticationResult result = msal(World.BOT_SECRET)
                .acquireToken(ClientCredentialParameters.builder(Set.of("https://api.botframework.com/.default"))
                        .build())
                .get();

        assertThat(sandbox.tokens().check("Bearer " + result.accessToken(), "https://api.botframework.com"))
                .isPresent();
    }

    @Test
    void a_wrong_secret_is_refused_with_its_code() throws Exception {
        var client = msal("wrong");
        var wanted = ClientCredentialParameters.builder(Set.of(AZURE_DEVOPS + "/.default"))
                .build();

        assertThatThrownBy(() -> client.acquireToken(wanted).get())
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("AADSTS7000215");
    }

    @Test
    void msal_acts_on_behalf_of_a_person_and_finds_the_token_again() throws Exception {
        ConfidentialClientApplication client = msal(World.BOT_SECRET);

        IAuthenticationResult result = client.acquireToken(onBehalfOf(rita)).get();
        IAuthenticationResult again = client.acquireTokenSilently(
                        SilentParameters.builder(Set.of(AZURE_DEVOPS + "/.default"), result.account())
                                .build())
                .get();

        assertThat(result.account().homeAccountId()).isEqualTo(rita.objectId() + "." + World.TENANT);
        assertThat(sandbox.tokens().check("Bearer " + again.accessToken(), AZURE_DEVOPS))
                .hasValueSatisfying(caller -> {
                    assertThat(caller.objectId()).isEqualTo(rita.objectId());
                    assertThat(caller.scopes()).contains("user_impersonation");
                });
    }

    @Test
    void somebody_who_has_not_agreed_must_sign_in() throws Exception {
        sandbox.world().signIns().withdrawConsent(rita);
        ConfidentialClientApplication client = msal(World.BOT_SECRET);

        assertThatThrownBy(() -> client.acquireToken(onBehalfOf(rita)).get())
                .cause()
                .isInstanceOfSatisfying(MsalInteractionRequiredException.class, e -> {
                    assertThat(e.getMessage()).contains("AADSTS65001");
                    assertThat(e.errorCode()).isEqualTo("invalid_grant");
                });
    }

    @Test
    void a_demand_for_interaction_carries_its_claims() throws Exception {
        String claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
        sandbox.world().signIns().demandInteraction(rita, claims);
        ConfidentialClientApplication client = msal(World.BOT_SECRET);

        assertThatThrownBy(() -> client.acquireToken(onBehalfOf(rita)).get())
                .cause()
                .isInstanceOfSatisfying(MsalServiceException.class, e -> {
                    assertThat(e.errorCode()).isEqualTo("interaction_required");
                    assertThat(e.claims()).isEqualTo(claims);
                });
    }

    @Test
    void an_expired_or_foreign_assertion_is_refused() throws Exception {
        ConfidentialClientApplication client = msal(World.BOT_SECRET);
        String expired = sandbox.tokens()
                .sign(new JWTClaimsSet.Builder()
                        .audience(World.BOT_APP_ID)
                        .claim("oid", rita.objectId())
                        .expirationTime(Date.from(sandbox.world().clock().wall().minusSeconds(5)))
                        .build());
        String foreign = new Tokens(SigningKeys.made().tenant(), sandbox.world().clock()::wall)
                .sign(new JWTClaimsSet.Builder().audience(World.BOT_APP_ID).build());
        String elsewhere = sandbox.accessTokens().ofPerson(rita, AZURE_DEVOPS, "user_impersonation");

        assertThatThrownBy(() -> client.acquireToken(onBehalfOf(expired)).get()).hasMessageContaining("AADSTS500133");
        assertThatThrownBy(() -> client.acquireToken(onBehalfOf(foreign)).get()).hasMessageContaining("AADSTS50013:");
        assertThatThrownBy(() -> client.acquireToken(onBehalfOf(elsewhere)).get())
                .hasMessageContaining("AADSTS500131");
    }

    private OnBehalfOfParameters onBehalfOf(Human person) {
        return onBehalfOf(sandbox.accessTokens().ofPerson(person, World.BOT_APP_ID, "access_as_user"));
    }

    private static OnBehalfOfParameters onBehalfOf(String assertion) {
        return OnBehalfOfParameters.builder(Set.of(AZURE_DEVOPS + "/.default"), new UserAssertion(assertion))
                .build();
    }

    private ConfidentialClientApplication msal(String secret) throws Exception {
        SSLContext context = Trust.in(sandbox.entraCertificate()).context();
        return ConfidentialClientApplication.builder(World.BOT_APP_ID, ClientCredentialFactory.createFromSecret(secret))
                .authority(sandbox.entra() + "/" + World.TENANT)
                .instanceDiscovery(false)
                .sslSocketFactory(context.getSocketFactory())
                .build();
    }
}
