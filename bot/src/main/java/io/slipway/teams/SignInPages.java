package io.slipway.teams;

import io.slipway.alm.Problem;
import io.slipway.ports.Access;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The browser's way of signing in, for when Teams' silent one fails. The state belongs to the browser that began, and
 * whoever signed in gets a code that only they can use in Teams; so a link that is passed on signs nobody in as another.
 */
final class SignInPages {

    static final String START = "/signin/start";
    static final String CALLBACK = "/signin/callback";

    private static final Logger log = LoggerFactory.getLogger(SignInPages.class);
    private static final String COOKIE = "slipway-sign-in";
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final Access access;
    private final SignInCodes codes;
    private final SignInHtml html;
    private final boolean secure;
    private final RandomGenerator random;
    private final Clock clock;

    SignInPages(Access access, SignInCodes codes, TeamsProperties teams, RandomGenerator random, Clock clock) {
        this.access = access;
        this.codes = codes;
        this.html = new SignInHtml(teams.teamsJs(), random);
        this.secure = "https".equals(teams.home().getScheme());
        this.random = random;
        this.clock = clock;
    }

    /** Sends the browser to Entra. */
    ServerResponse start(ServerRequest request) {
        byte[] nonce = new byte[24];
        random.nextBytes(nonce);
        String state = clock.instant().plus(LIFE).getEpochSecond() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(nonce);
        try {
            URI entra = access.signInPage(state);
            return ServerResponse.status(HttpStatus.FOUND)
                    .location(entra)
                    .header("Set-Cookie", cookie(state, LIFE))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (Problem e) {
            log.warn("sign-in page: {}", e.getMessage());
            return html.failed(e.getMessage());
        }
    }

    /** Entra sends the browser back. */
    ServerResponse callback(ServerRequest request) {
        String state = request.param("state").orElse("");
        Optional<String> code = request.param("code");
        if (!begunHere(request, state)) {
            return html.failed("This sign-in was not begun in this browser, or took too long.");
        }
        if (code.isEmpty()) {
            log.info(
                    "sign-in not completed error={}",
                    request.param("error").orElse("none").replaceAll("\\W", "_"));
            return html.failed("The sign-in was not completed.");
        }
        try {
            return html.done(codes.issue(access.redeem(code.get(), state)), cookie("", Duration.ZERO));
        } catch (Problem e) {
            log.warn("sign-in not redeemed: {}", e.getMessage());
            return html.failed(e.getMessage());
        }
    }

    private boolean begunHere(ServerRequest request, String state) {
        Cookie cookie = request.cookies().getFirst(COOKIE);
        String until = state.split("\\.", 2)[0];
        return cookie != null
                && until.matches("\\d{1,12}")
                && MessageDigest.isEqual(
                        state.getBytes(StandardCharsets.UTF_8),
                        cookie.getValue().getBytes(StandardCharsets.UTF_8))
                && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(until)));
    }

    private String cookie(String value, Duration life) {
        return ResponseCookie.from(COOKIE, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/signin")
                .maxAge(life)
                .build()
                .toString();
    }
}
