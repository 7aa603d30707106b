package io.slipway.sandbox.entra;

import com.nimbusds.jose.jwk.RSAKey;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.slipway.sandbox.http.Json;
import io.slipway.sandbox.world.World;
import java.util.List;
import java.util.Map;

/** What clients read first: where Entra's endpoints are, and the keys that tokens are signed with. */
final class MetadataApi {

    private static final List<String> TENANTS = List.of(World.TENANT, "common", "organizations", "contoso.example");
    private static final String OPENID = """
            {
              "token_endpoint": "{root}/oauth2/v2.0/token",
              "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt", "client_secret_basic"],
              "jwks_uri": "{root}/discovery/v2.0/keys",
              "response_modes_supported": ["query", "fragment", "form_post"],
              "subject_types_supported": ["pairwise"],
              "id_token_signing_alg_values_supported": ["RS256"],
              "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
              "scopes_supported": ["openid", "profile", "email", "offline_access"],
              "issuer": "{issuer}",
              "request_uri_parameter_supported": false,
              "authorization_endpoint": "{root}/oauth2/v2.0/authorize",
              "http_logout_supported": true,
              "claims_supported": ["sub", "iss", "aud", "exp", "iat", "auth_time", "acr", "nonce",
                "preferred_username", "name", "tid", "ver", "at_hash", "c_hash", "email"],
              "tenant_region_scope": "EU",
              "cloud_instance_name": "microsoftonline.com",
              "cloud_graph_host_name": "graph.windows.net",
              "msgraph_host": "graph.microsoft.com"
            }
            """;

    private final World world;
    private final Tokens tokens;
    private final Tokens channel;

    MetadataApi(World world, Tokens tokens, Tokens channel) {
        this.world = world;
        this.tokens = tokens;
        this.channel = channel;
    }

    void addTo(JavalinConfig config) {
        config.routes.get("/v1/.well-known/openidconfiguration", this::botFramework);
        config.routes.get("/v1/.well-known/keys", this::channelKeys);
        config.routes.get("/common/discovery/instance", this::instances);
        config.routes.get("/{tenant}/discovery/v2.0/keys", ctx -> ctx.json(keys(tokens.publicKey())));
        config.routes.get("/{tenant}/v2.0/.well-known/openid-configuration", this::openId);
    }

    private void openId(Context ctx) {
        String tenant = ctx.pathParam("tenant");
        if (!TENANTS.contains(tenant)) {
            EntraError.unknownTenant(tenant).answer(ctx, world.clock().wall());
            return;
        }
        ctx.contentType("application/json")
                .result(OPENID.replace("{root}", origin(ctx) + "/" + tenant)
                        .replace("{issuer}", AccessTokens.issuer()));
    }

    private void instances(Context ctx) {
        String host = ctx.host();
        ctx.json(Json.object(
                "tenant_discovery_endpoint",
                origin(ctx) + "/" + World.TENANT + "/v2.0/.well-known/openid-configuration",
                "api-version",
                "1.1",
                "metadata",
                List.of(Json.object("preferred_network", host, "preferred_cache", host, "aliases", List.of(host)))));
    }

    private void botFramework(Context ctx) {
        ctx.json(Json.object(
                "issuer",
                "https://api.botframework.com",
                "authorization_endpoint",
                "https://invalid.botframework.com",
                "jwks_uri",
                origin(ctx) + "/v1/.well-known/keys",
                "id_token_signing_alg_values_supported",
                List.of("RS256"),
                "token_endpoint_auth_methods_supported",
                List.of("private_key_jwt")));
    }

    private void channelKeys(Context ctx) {
        Map<String, Object> key = jwk(channel.publicKey());
        key.put("endorsements", List.of("msteams"));
        ctx.json(Json.object("keys", List.of(key)));
    }

    private static Map<String, Object> keys(RSAKey key) {
        Map<String, Object> jwk = jwk(key);
        jwk.put("issuer", AccessTokens.issuer());
        return Json.object("keys", List.of(jwk));
    }

    private static Map<String, Object> jwk(RSAKey key) {
        return Json.object(
                "kty", "RSA",
                "use", "sig",
                "kid", key.getKeyID(),
                "x5t", key.getKeyID(),
                "n", key.getModulus().toString(),
                "e", key.getPublicExponent().toString());
    }

    private static String origin(Context ctx) {
        return "https://" + ctx.host();
    }
}
