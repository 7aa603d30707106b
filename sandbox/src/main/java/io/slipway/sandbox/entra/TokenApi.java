package io.slipway.sandbox.entra;

import com.nimbusds.jwt.JWTClaimsSet;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.slipway.sandbox.http.Json;
import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Set;

/** The token endpoint: for a service, on behalf of a person, for a code from the sign-in page, for a refresh token. */
final class TokenApi {

    private static final String REFRESH = "refresh";
    private static final Set<String> TENANTS = Set.of(World.TENANT, "common", "organizations");

    private final World world;
    private final Tokens tokens;
    private final Codes codes;
    private final AccessTokens access;
    private final Assertion assertion;

    TokenApi(World world, Tokens tokens, Codes codes) {
        this.world = world;
        this.tokens = tokens;
        this.codes = codes;
        this.access = new AccessTokens(tokens, world);
        this.assertion = new Assertion(tokens, world);
    }

    void addTo(JavalinConfig config) {
        config.routes.post("/{tenant}/oauth2/v2.0/token", this::token);
        config.routes.exception(
                EntraException.class,
                (e, ctx) -> e.error().answer(ctx, world.clock().wall()));
    }

    private void token(Context ctx) {
        if (!TENANTS.contains(ctx.pathParam("tenant"))) {
            throw new EntraException(EntraError.unknownTenant(ctx.pathParam("tenant")));
        }
        String grant = required(ctx, "grant_type");
        ClientCheck.check(ctx);
        Map<String, Object> body = switch (grant) {
            case "client_credentials" -> ofService(ctx);
            case "urn:ietf:params:oauth:grant-type:jwt-bearer" -> onBehalfOf(ctx);
            case "authorization_code" -> ofCode(ctx);
            case "refresh_token" -> ofRefreshToken(ctx);
            default ->
                throw new EntraException(EntraError.of(
                        400,
                        "unsupported_grant_type",
                        70003,
                        "The app requested an unsupported grant type '" + grant + "'."));
        };
        ctx.header("Cache-Control", "no-store, no-cache")
                .header("Pragma", "no-cache")
                .json(body);
    }

    private Map<String, Object> ofService(Context ctx) {
        String text = required(ctx, "scope");
        Scope scope = Scope.parse(text, world);
        if (!scope.wholeDefault()) {
            throw new EntraException(EntraError.of(
                    400,
                    "invalid_scope",
                    1002012,
                    "The provided value for scope " + text + " is not valid. Client credential flows must have a scope"
                            + " value with /.default suffixed to the resource identifier (application ID URI)."));
        }
        long seconds = AccessTokens.LIFETIME.toSeconds() - 1;
        return Json.object(
                "token_type",
                "Bearer",
                "expires_in",
                seconds,
                "ext_expires_in",
                seconds,
                "access_token",
                access.ofService(scope.resource()));
    }

    private Map<String, Object> onBehalfOf(Context ctx) {
        if (!"on_behalf_of".equals(required(ctx, "requested_token_use"))) {
            throw new EntraException(EntraError.missing("requested_token_use"));
        }
        Scope scope = Scope.parse(required(ctx, "scope"), world);
        return silent(assertion.person(required(ctx, "assertion")), scope, ctx);
    }

    private Map<String, Object> ofCode(Context ctx) {
        Scope scope = Scope.parse(optional(ctx, "scope"), world);
        Codes.Code code = codes.redeem(
                required(ctx, "code"),
                required(ctx, "redirect_uri"),
                optional(ctx, "code_verifier"),
                world.clock().wall());
        return answer(code.person(), scope, code.nonce(), ctx);
    }

    private Map<String, Object> ofRefreshToken(Context ctx) {
        Scope scope = Scope.parse(optional(ctx, "scope"), world);
        Human person = tokens.claims(required(ctx, "refresh_token"))
                .filter(claims -> claims.getAudience().contains(REFRESH))
                .flatMap(claims -> world.human(claims.getSubject()))
                .orElseThrow(() -> new EntraException(
                        EntraError.grant(9002313, "Invalid request. Request is malformed or invalid.")));
        return silent(person, scope, ctx);
    }

    private Map<String, Object> silent(Human person, Scope scope, Context ctx) {
        if (!world.signIns().consented(person)) {
            throw new EntraException(new EntraError(
                    400,
                    "invalid_grant",
                    65001,
                    "The user or administrator has not consented to use the application with ID '" + World.BOT_APP_ID
                            + "' named 'Slipway'. Send an interactive authorization request for this user and resource.",
                    Map.of("suberror", "consent_required")));
        }
        world.signIns().interaction(person).ifPresent(claims -> {
            throw new EntraException(new EntraError(
                    400,
                    "interaction_required",
                    50076,
                    "Due to a configuration change made by your administrator, or because you moved to a new location,"
                            + " you must use multi-factor authentication to access '" + scope.resource() + "'.",
                    Map.of("suberror", "basic_action", "claims", claims)));
        });
        return answer(person, scope, "", ctx);
    }

    private Map<String, Object> answer(Human person, Scope scope, String nonce, Context ctx) {
        long seconds = AccessTokens.LIFETIME.toSeconds() - 1;
        Map<String, Object> body = Json.object(
                "token_type",
                "Bearer",
                "scope",
                scope.granted(),
                "expires_in",
                seconds,
                "ext_expires_in",
                seconds,
                "access_token",
                access.ofPerson(person, scope.resource(), scope.permissions()));
        if (scope.wants("offline_access")) {
            body.put("refresh_token", refreshToken(person));
        }
        if (scope.wants("openid")) {
            body.put("id_token", idToken(person, nonce));
        }
        if ("1".equals(ctx.formParam("client_info"))) {
            String info = Json.write(Json.object("uid", person.objectId(), "utid", World.TENANT));
            body.put(
                    "client_info",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(info.getBytes(StandardCharsets.UTF_8)));
        }
        return body;
    }

    private String refreshToken(Human person) {
        return tokens.sign(access.common(REFRESH)
                .subject(person.objectId())
                .expirationTime(Date.from(world.clock().wall().plus(Duration.ofDays(90))))
                .build());
    }

    private String idToken(Human person, String nonce) {
        JWTClaimsSet.Builder claims =
                access.person(person, World.BOT_APP_ID, "").claim("scp", null);
        return tokens.sign((nonce.isEmpty() ? claims : claims.claim("nonce", nonce)).build());
    }

    private static String required(Context ctx, String name) {
        String value = optional(ctx, name);
        if (value.isBlank()) {
            throw new EntraException(EntraError.missing(name));
        }
        return value;
    }

    private static String optional(Context ctx, String name) {
        String value = ctx.formParam(name);
        return value == null ? "" : value;
    }
}
