package io.slipway.teams;

import static io.slipway.teams.BotFramework.APP;
import static io.slipway.teams.BotFramework.SERVICE;
import static io.slipway.teams.BotFramework.claims;
import static io.slipway.teams.BotFramework.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.slipway.alm.Problem;
import io.slipway.http.Http;
import io.slipway.http.HttpProperties;
import io.slipway.sandbox.world.SandboxClock;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InboundTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final SandboxClock clock = new SandboxClock(() -> NOW);
    private BotFramework framework;
    private RSAKey key;
    private InboundTokens tokens;

    @BeforeEach
    void start() throws IOException {
        framework = new BotFramework();
        key = framework.publish("k1", "msteams", "webchat");
        Http http = Http.of(HttpProperties.usual(), Clock.systemUTC());
        SigningKeys keys = new SigningKeys(http, framework.metadata(), clock);
        tokens = new InboundTokens(keys, BotFramework.ISSUER, APP, clock);
    }

    @AfterEach
    void end() {
        framework.close();
    }

    @Test
    void what_teams_signs_is_let_in() {
        InboundTokens.Voucher voucher = tokens.check(signed(key, claims(NOW).build()));

        assertThatCode(() -> voucher.covers(SERVICE, "msteams")).doesNotThrowAnyException();
        assertThatCode(() -> voucher.covers("https://smba.trafficmanager.net/emea", "msteams"))
                .doesNotThrowAnyException();
    }

    static Stream<Arguments> wrong() {
        Instant hourAgo = NOW.minusSeconds(3600);
        return Stream.of(
                Arguments.of("another audience", claims(NOW).audience("somebody-else"), 403),
                Arguments.of("no audience", claims(NOW).audience((String) null), 403),
                Arguments.of("a skill's issuer", claims(NOW).issuer("https://sts.windows.net/d6d49420/"), 403),
                Arguments.of(
                        "the emulator's issuer",
                        claims(NOW).issuer("https://login.microsoftonline.com/f8cdef31/v2.0"),
                        403),
                Arguments.of("no issuer", claims(NOW).issuer(null), 403),
                Arguments.of("run out", claims(NOW).expirationTime(Date.from(hourAgo)), 401),
                Arguments.of("never runs out", claims(NOW).expirationTime(null), 401),
                Arguments.of("not valid yet", claims(NOW).notBeforeTime(Date.from(NOW.plusSeconds(3600))), 401),
                Arguments.of("no service address", claims(NOW).claim("serviceurl", null), 403),
                Arguments.of("a service address that is no text", claims(NOW).claim("serviceurl", 5), 401));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void a_token_with_wrong_claims_is_refused(String what, JWTClaimsSet.Builder claims, int status) {
        assertThat(refusal(signed(key, claims.build()))).isEqualTo(status);
    }

    @Test
    void a_token_of_another_key_is_refused() {
        RSAKey stranger = BotFramework.key("k1");
        RSAKey unknown = BotFramework.key("k9");

        assertThat(refusal(signed(stranger, claims(NOW).build()))).isEqualTo(401);
        assertThat(refusal(signed(unknown, claims(NOW).build()))).isEqualTo(401);
    }

    @Test
    void an_unsigned_token_is_refused() {
        assertThat(refusal("Bearer " + new PlainJWT(claims(NOW).build()).serialize()))
                .isEqualTo(401);
    }

    @Test
    void a_token_signed_with_the_public_key_as_a_password_is_refused() throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(),
                claims(NOW).build());
        jwt.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));

        assertThat(refusal("Bearer " + jwt.serialize())).isEqualTo(401);
    }

    @Test
    void what_is_no_token_is_refused() {
        String good = signed(key, claims(NOW).build());

        assertThat(Stream.of(
                        "",
                        "Bearer",
                        "Bearer ",
                        "Bearer a.b.c",
                        "Basic abc",
                        "Bearer " + "x".repeat(100_000),
                        good.substring(0, good.length() - 8),
                        good + "AAAA",
                        good.replace("Bearer", "Token")))
                .allSatisfy(header -> assertThat(refusal(header)).as(header).isEqualTo(401));
    }

    @Test
    void another_service_address_is_refused() {
        InboundTokens.Voucher voucher = tokens.check(signed(key, claims(NOW).build()));

        assertThatThrownBy(() -> voucher.covers("https://evil.example/", "msteams"))
                .isInstanceOf(Unwelcome.class);
        assertThatThrownBy(() -> voucher.covers("", "msteams")).isInstanceOf(Unwelcome.class);
    }

    @Test
    void a_channel_that_the_key_may_not_sign_for_is_refused() {
        InboundTokens.Voucher voucher = tokens.check(signed(key, claims(NOW).build()));
        RSAKey bare = framework.publish("bare");
        clock.turn(Duration.ofMinutes(1));
        InboundTokens.Voucher unendorsed = tokens.check(signed(bare, claims(NOW).build()));

        assertThatThrownBy(() -> voucher.covers(SERVICE, "directline")).isInstanceOf(Unwelcome.class);
        assertThatThrownBy(() -> unendorsed.covers(SERVICE, "msteams")).isInstanceOf(Unwelcome.class);
    }

    @Test
    void a_new_key_is_fetched_at_once_but_strangers_cannot_make_us_fetch_all_the_time() {
        tokens.check(signed(key, claims(NOW).build()));
        RSAKey fresh = framework.publish("k2", "msteams");
        clock.turn(Duration.ofMinutes(1));

        assertThatCode(() -> tokens.check(signed(fresh, claims(NOW).build()))).doesNotThrowAnyException();
        RSAKey stranger = BotFramework.key("x");
        for (int i = 0; i < 50; i++) {
            refusal(signed(stranger, claims(NOW).build()));
        }

        assertThat(framework.fetches).hasValue(2);
    }

    @Test
    void known_keys_are_kept_while_the_metadata_is_down() {
        tokens.check(signed(key, claims(NOW).build()));
        framework.down.set(true);
        clock.turn(Duration.ofDays(2));

        assertThatCode(() -> tokens.check(
                        signed(key, claims(NOW.plus(Duration.ofDays(2))).build())))
                .doesNotThrowAnyException();
    }

    @Test
    void without_any_key_it_is_not_the_senders_fault() {
        framework.down.set(true);

        assertThatThrownBy(() -> tokens.check(signed(key, claims(NOW).build())))
                .isInstanceOf(Problem.Unavailable.class);
    }

    private int refusal(String authorization) {
        return catchThrowableOfType(Unwelcome.class, () -> tokens.check(authorization))
                .status();
    }
}
