package io.slipway.sandbox.entra;

import io.javalin.http.Context;
import io.slipway.sandbox.world.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Whether it is really Slipway that asks for a token: by its secret in the form or in a Basic header. */
final class ClientCheck {

    private ClientCheck() {}

    static void check(Context ctx) {
        String[] basic = basic(ctx.header("Authorization"));
        String id = basic.length == 2 ? basic[0] : ctx.formParam("client_id");
        String secret = basic.length == 2 ? basic[1] : ctx.formParam("client_secret");
        if (id == null || id.isBlank()) {
            throw new EntraException(EntraError.missing("client_id"));
        }
        if (!World.BOT_APP_ID.equalsIgnoreCase(id)) {
            throw new EntraException(unknown(id));
        }
        if (ctx.formParam("client_assertion") != null) {
            throw refused(
                    700027,
                    "The certificate with identifier used to sign the client assertion is not registered on"
                            + " application. [Reason - The key was not found.]");
        }
        checkSecret(id, secret);
    }

    private static void checkSecret(String id, @Nullable String secret) {
        if (secret == null || secret.isEmpty()) {
            throw refused(
                    7000218,
                    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        }
        if (!MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.UTF_8), World.BOT_SECRET.getBytes(StandardCharsets.UTF_8))) {
            throw refused(
                    7000215,
                    "Invalid client secret provided. Ensure the secret being sent in the request is the client secret"
                            + " value, not the client secret ID, for a secret added to app '" + id + "'.");
        }
    }

    private static EntraException refused(int code, String text) {
        return new EntraException(EntraError.of(401, "invalid_client", code, text));
    }

    static EntraError unknown(String id) {
        return EntraError.of(
                400,
                "unauthorized_client",
                700016,
                "Application with identifier '" + id + "' was not found in the directory 'Contoso'. This can happen"
                        + " if the application has not been installed by the administrator of the tenant or consented"
                        + " to by any user in the tenant. You may have sent your authentication request to the wrong"
                        + " tenant.");
    }

    private static String[] basic(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return new String[0];
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(6).strip());
            return new String(decoded, StandardCharsets.UTF_8).split(":", 2);
        } catch (IllegalArgumentException e) {
            return new String[0];
        }
    }
}
