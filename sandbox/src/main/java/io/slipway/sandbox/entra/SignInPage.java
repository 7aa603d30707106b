package io.slipway.sandbox.entra;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.slipway.sandbox.entra.Codes.Challenge;
import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.World;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The authorize endpoint: a small page on which one chooses who one is and agrees, and the way back to the client. */
final class SignInPage {

    private final World world;
    private final Codes codes;

    SignInPage(World world, Codes codes) {
        this.world = world;
        this.codes = codes;
    }

    void addTo(JavalinConfig config) {
        config.routes.get("/{tenant}/oauth2/v2.0/authorize", this::ask);
        config.routes.post("/{tenant}/oauth2/v2.0/authorize", this::decide);
    }

    private void ask(Context ctx) {
        checkRequest(ctx);
        Optional<Human> hinted = world.human(query(ctx, "login_hint"));
        if ("none".equals(query(ctx, "prompt"))) {
            back(
                    ctx,
                    hinted.map(person -> withoutAsking(ctx, person))
                            .orElseGet(() -> refused(
                                    "login_required",
                                    50058,
                                    "Session information is not sufficient for single-sign-on.")));
            return;
        }
        ctx.html(page(ctx, hinted.map(List::of).orElseGet(world::humans)));
    }

    private void decide(Context ctx) {
        checkRequest(ctx);
        Optional<Human> person = Optional.ofNullable(ctx.formParam("person")).flatMap(world::human);
        person.ifPresent(world.signIns()::settled);
        back(
                ctx,
                person.map(who -> code(ctx, who))
                        .orElseGet(
                                () -> refused("access_denied", 65004, "User declined to consent to access the app.")));
    }

    private void checkRequest(Context ctx) {
        if (!World.BOT_APP_ID.equalsIgnoreCase(query(ctx, "client_id"))) {
            throw new EntraException(ClientCheck.unknown(query(ctx, "client_id")));
        }
        String redirect = query(ctx, "redirect_uri");
        if (!registered(redirect)) {
            throw new EntraException(EntraError.of(
                    400,
                    "invalid_request",
                    50011,
                    "The redirect URI '" + redirect + "' specified in the request does not match the redirect URIs"
                            + " configured for the application '" + World.BOT_APP_ID + "'."));
        }
        if (!query(ctx, "response_type").equals("code")) {
            throw new EntraException(EntraError.of(
                    400,
                    "unsupported_response_type",
                    700054,
                    "response_type '" + query(ctx, "response_type") + "' is not enabled for the application."));
        }
        Scope.parse(query(ctx, "scope"), world);
    }

    private static boolean registered(String redirect) {
        try {
            URI uri = URI.create(redirect);
            return List.of("127.0.0.1", "localhost").contains(String.valueOf(uri.getHost()))
                    || redirect.equals("https://token.botframework.com/.auth/web/redirect");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Map<String, String> withoutAsking(Context ctx, Human person) {
        if (!world.signIns().consented(person)) {
            return refused("consent_required", 65001, "The user or administrator has not consented.");
        }
        return world.signIns().interaction(person).isPresent()
                ? refused("interaction_required", 50076, "You must use multi-factor authentication.")
                : code(ctx, person);
    }

    private Map<String, String> code(Context ctx, Human person) {
        Challenge challenge = new Challenge(query(ctx, "code_challenge"), query(ctx, "code_challenge_method"));
        return Map.of(
                "code",
                codes.issue(
                        person,
                        query(ctx, "redirect_uri"),
                        query(ctx, "nonce"),
                        challenge,
                        world.clock().wall()));
    }

    private static Map<String, String> refused(String error, int code, String text) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("error", error);
        answer.put("error_description", "AADSTS" + code + ": " + text);
        return answer;
    }

    private static void back(Context ctx, Map<String, String> answer) {
        Map<String, String> all = new LinkedHashMap<>(answer);
        if (!query(ctx, "state").isEmpty()) {
            all.put("state", query(ctx, "state"));
        }
        String redirect = query(ctx, "redirect_uri");
        if (query(ctx, "response_mode").equals("form_post")) {
            ctx.html(SignInHtml.post(redirect, all));
            return;
        }
        String encoded = all.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String joint = query(ctx, "response_mode").equals("fragment") ? "#" : redirect.contains("?") ? "&" : "?";
        ctx.status(302).header("Location", redirect + joint + encoded);
    }

    private String page(Context ctx, List<Human> people) {
        boolean consentIsNews = people.stream().anyMatch(p -> !world.signIns().consented(p))
                || query(ctx, "prompt").equals("consent");
        return SignInHtml.choose(ctx.path() + "?" + ctx.queryString(), people, consentIsNews);
    }

    private static String query(Context ctx, String name) {
        String value = ctx.queryParam(name);
        return value == null ? "" : value;
    }
}
