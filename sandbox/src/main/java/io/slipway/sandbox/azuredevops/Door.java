package io.slipway.sandbox.azuredevops;

import io.javalin.http.Context;
import io.slipway.sandbox.entra.Caller;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.http.Json;
import io.slipway.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lets in who has a token of Entra for Azure DevOps or a personal access token, and turns others away as it does. */
final class Door {

    /** The resource that tokens must be for. */
    static final String RESOURCE = "499b84ac-1321-427f-aa17-267ca6975798";

    private static final String SIGN_IN =
            "<!DOCTYPE html><html><head><title>Azure DevOps Services | Sign In</title></head>"
                    + "<body>Sign in to your account</body></html>";

    private final People people;
    private final Tokens tokens;
    private final Map<String, Identity> personalTokens = new ConcurrentHashMap<>();

    Door(People people, Tokens tokens) {
        this.people = people;
        this.tokens = tokens;
    }

    /** The personal access token of somebody, made when it is first asked for. */
    String personalToken(Identity owner, Disk disk) {
        String file = "tokens/" + owner.id() + ".json";
        String token = disk.load(file, String.class).orElseGet(() -> {
            String fresh = fresh();
            disk.save(file, fresh);
            return fresh;
        });
        personalTokens.put(token, owner);
        return token;
    }

    private static String fresh() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random).substring(0, 52);
    }

    /** Who asks; empty when the request was answered with a refusal. */
    Optional<Identity> enter(Context http) {
        Optional<Identity> found = find(http.header("Authorization"));
        if (found.isPresent()) {
            http.header("X-VSS-UserData", found.get().id() + ":" + found.get().account());
        } else {
            turnAway(http);
        }
        return found;
    }

    /** As {@link #enter}, for Git clients, which are asked for a password. */
    Optional<Identity> enterGit(Context http) {
        Optional<Identity> found = find(http.header("Authorization"));
        if (found.isEmpty()) {
            challenge(http.status(401));
        }
        return found;
    }

    private Optional<Identity> find(String authorization) {
        if (authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return password(authorization.substring(6).strip())
                    .flatMap(p -> Optional.ofNullable(personalTokens.get(p)));
        }
        return tokens.check(String.valueOf(authorization), RESOURCE).flatMap(this::identity);
    }

    private Optional<Identity> identity(Caller caller) {
        return people.byEntra(caller.objectId());
    }

    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** No credentials from a browser: to the sign-in page. A broken Basic header: 203 with that page. Else 401. */
    private static void turnAway(Context http) {
        String authorization = http.header("Authorization");
        boolean browser = String.valueOf(http.header("Accept")).contains("text/html")
                && !"Suppress".equalsIgnoreCase(http.header("X-TFS-FedAuthRedirect"));
        if (authorization == null && browser) {
            http.redirect("https://login.microsoftonline.com/" + World.TENANT + "/oauth2/authorize");
            http.contentType("text/html; charset=utf-8").result(SIGN_IN);
            return;
        }
        boolean broken = authorization != null
                && authorization.regionMatches(true, 0, "Basic ", 0, 6)
                && password(authorization.substring(6).strip())
                        .filter(p -> !p.isBlank())
                        .isEmpty();
        if (broken) {
            http.status(203).contentType("text/html; charset=utf-8").result(SIGN_IN);
            return;
        }
        Refusal refusal = new Refusal(
                401,
                "Microsoft.TeamFoundation.Framework.Server.UnauthorizedRequestException",
                "TF400813: The user '' is not authorized to access this resource.");
        challenge(http.status(401));
        http.header("X-TFS-ServiceError", refusal.getMessage())
                .contentType("application/json; charset=utf-8")
                .result(Json.write(refusal.body()));
    }

    private static void challenge(Context http) {
        http.res()
                .addHeader(
                        "WWW-Authenticate",
                        "Bearer authorization_uri=https://login.microsoftonline.com/" + World.TENANT);
        http.res().addHeader("WWW-Authenticate", "Basic realm=\"https://dev.azure.com/\"");
        http.res().addHeader("WWW-Authenticate", "TFS-Federated");
    }
}
