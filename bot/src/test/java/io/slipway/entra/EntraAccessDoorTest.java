package io.slipway.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.entra.AccessTokens;
import io.slipway.sandbox.entra.EntraCloud;
import io.slipway.sandbox.entra.SigningKeys;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.SandboxClock;
import io.slipway.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntraAccessDoorTest {

    private static final String DEVOPS = "499b84ac-1321-427f-aa17-267ca6975798/.default";
    private static final SigningKeys KEYS = SigningKeys.made();

    @TempDir
    Path state;

    private final World world = new World(new SandboxClock(InstantSource.system()));
    private final Tokens tokens = new Tokens(KEYS.tenant(), InstantSource.system());
    private final Human rita = world.human("rita").orElseThrow();
    private final Person person = new Person(rita.objectId(), rita.name(), rita.teamsId());
    private final MemoryVault vault = new MemoryVault();
    private EntraCloud entra;
    private OkHttpClient http;

    @BeforeEach
    void start() throws Exception {
        entra = EntraCloud.start(
                world,
                tokens,
                new Tokens(KEYS.channel(), InstantSource.system()),
                SandboxSettings.anyPorts(state, URI.create("http://127.0.0.1:1/")));
        http = TrustingClient.of(entra.certificate());
    }

    @AfterEach
    void end() {
        entra.close();
    }

    @Test
    void the_service_gets_a_token_for_what_it_reads() {
        String token = access(Clock.systemUTC()).service(DEVOPS);

        assertThat(tokens.check("Bearer " + token, "499b84ac-1321-427f-aa17-267ca6975798"))
                .hasValueSatisfying(caller -> assertThat(caller.service()).isTrue());
    }

    @Test
    void a_wrong_secret_is_a_defect_that_names_the_setting() {
        EntraAccess access = access(Clock.systemUTC(), "guess");

        assertThatThrownBy(() -> access.service(DEVOPS))
                .isInstanceOf(Problem.Broken.class)
                .hasMessageContaining("AADSTS7000215")
                .hasMessageContaining("slipway.entra");
    }

    @Test
    void an_unreachable_entra_may_pass() {
        EntraAccess access = access(Clock.systemUTC());
        entra.close();

        assertThatThrownBy(() -> access.service(DEVOPS)).isInstanceOf(Problem.Unavailable.class);
    }

    @Test
    void who_never_signed_in_has_to() {
        assertThatThrownBy(() -> access(Clock.systemUTC()).person(person, DEVOPS))
                .isInstanceOf(Problem.SignInNeeded.class);
        assertThat(access(Clock.systemUTC()).signedIn(person)).isFalse();
    }

    @Test
    void what_teams_hands_over_lets_slipway_act_for_the_person_also_after_a_restart() {
        access(Clock.systemUTC()).signedIn(person, handedOver(rita));

        EntraAccess restarted = access(Clock.systemUTC());

        assertThat(actsFor(restarted.person(person, DEVOPS))).isEqualTo("Rita Okafor");
        assertThat(restarted.signedIn(person)).isTrue();
    }

    @Test
    void whose_token_was_taken_back_has_to_sign_in_again() {
        EntraAccess access = access(Clock.systemUTC());
        access.signedIn(person, handedOver(rita));
        access.person(person, DEVOPS);

        access.forget(person);

        assertThat(access.signedIn(person)).isFalse();
        access.signedIn(person, handedOver(rita));
        assertThat(access.signedIn(person)).isTrue();
    }

    @Test
    void a_token_for_another_service_is_fetched_silently() {
        access(Clock.systemUTC()).signedIn(person, handedOver(rita));

        String token = access(Clock.systemUTC()).person(person, "https://graph.microsoft.com/.default");

        assertThat(actsFor(token, "https://graph.microsoft.com")).isEqualTo("Rita Okafor");
    }

    @Test
    void another_persons_token_is_refused() {
        Human mia = world.human("mia").orElseThrow();

        assertThatThrownBy(() -> access(Clock.systemUTC()).signedIn(person, handedOver(mia)))
                .isInstanceOf(Problem.Refused.class)
                .hasMessageContaining("another person's");
        assertThat(vault.names()).isEmpty();
    }

    @Test
    void a_forged_token_is_refused_by_entra() {
        Tokens forger = new Tokens(SigningKeys.made().tenant(), InstantSource.system());
        String forged = new AccessTokens(forger, world).ofPerson(rita, World.BOT_APP_ID, "access_as_user");

        assertThatThrownBy(() -> access(Clock.systemUTC()).signedIn(person, forged))
                .isInstanceOf(Problem.class);
        assertThat(vault.names()).isEmpty();
    }

    @Test
    void a_token_for_somebody_else_is_refused() {
        String other = new AccessTokens(tokens, world).ofPerson(rita, "https://graph.microsoft.com", "User.Read");

        assertThatThrownBy(() -> access(Clock.systemUTC()).signedIn(person, other))
                .hasMessageContaining("for somebody else");
    }

    @Test
    void a_claims_challenge_reaches_whoever_asks() {
        world.signIns().demandInteraction(rita, "{\"access_token\":{\"acrs\":{\"value\":\"c1\"}}}");

        Problem.SignInNeeded problem = catchThrowableOfType(
                Problem.SignInNeeded.class, () -> access(Clock.systemUTC()).signedIn(person, handedOver(rita)));

        assertThat(problem.claims()).contains("acrs");
    }

    @Test
    void a_browser_signs_in_with_a_proof_key() throws Exception {
        URI page = access(Clock.systemUTC()).signInPage("state-1");
        String code = signedInOnPage(page, "rita");

        assertThat(access(Clock.systemUTC()).redeem(code, "state-1")).isEqualTo(rita.objectId());

        assertThat(actsFor(access(Clock.systemUTC()).person(person, DEVOPS))).isEqualTo("Rita Okafor");
    }

    @Test
    void a_code_of_another_state_is_worth_nothing() throws Exception {
        String code = signedInOnPage(access(Clock.systemUTC()).signInPage("state-1"), "rita");

        assertThatThrownBy(() -> access(Clock.systemUTC()).redeem(code, "state-2"))
                .isInstanceOf(Problem.class);
    }

    private String signedInOnPage(URI page, String who) throws Exception {
        HttpUrl url = HttpUrl.get(page.toString());
        assertThat(url.queryParameter("code_challenge_method")).isEqualTo("S256");
        Request choose = new Request.Builder()
                .url(url)
                .post(new FormBody.Builder().add("person", who).build())
                .build();
        try (Response response =
                http.newBuilder().followRedirects(false).build().newCall(choose).execute()) {
            HttpUrl back = HttpUrl.get(response.header("Location"));
            assertThat(back.queryParameter("state")).isEqualTo(url.queryParameter("state"));
            return back.queryParameter("code");
        }
    }

    private String handedOver(Human who) {
        return new AccessTokens(tokens, world).ofPerson(who, World.BOT_APP_ID, "access_as_user");
    }

    private String actsFor(String token) {
        return actsFor(token, "499b84ac-1321-427f-aa17-267ca6975798");
    }

    private String actsFor(String token, String audience) {
        return tokens.check("Bearer " + token, audience).orElseThrow().name();
    }

    private EntraAccess access(Clock clock) {
        return access(clock, World.BOT_SECRET);
    }

    private EntraAccess access(Clock clock, String secret) {
        return AccessForTests.of(entra.address(), secret, http, vault, clock);
    }
}
