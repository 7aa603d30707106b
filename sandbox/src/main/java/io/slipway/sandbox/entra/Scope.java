package io.slipway.sandbox.entra;

import io.slipway.sandbox.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a request for a token asks for.
 *
 * @param resource whom the token is for, its audience
 * @param permissions delegated permissions that the token carries, separated by blanks
 * @param openId the scopes of OpenID Connect among those asked for
 * @param wholeDefault true for {@code /.default}
 */
record Scope(String resource, String permissions, Set<String> openId, boolean wholeDefault) {

    private static final Set<String> OPEN_ID = Set.of("openid", "profile", "offline_access", "email");
    private static final String OWN = "api://botid-" + World.BOT_APP_ID;
    private static final String DEFAULT = "/.default";
    private static final Set<String> RESOURCES = Set.of(
            "499b84ac-1321-427f-aa17-267ca6975798",
            "https://api.botframework.com",
            "https://api.applicationinsights.io",
            "https://api.loganalytics.io",
            "https://graph.microsoft.com",
            OWN,
            World.BOT_APP_ID);

    static Scope parse(String text, World world) {
        List<String> words =
                Arrays.stream(text.split("\\s+")).filter(w -> !w.isEmpty()).toList();
        Set<String> openId = words.stream().filter(OPEN_ID::contains).collect(Collectors.toUnmodifiableSet());
        List<String> rest = words.stream().filter(w -> !OPEN_ID.contains(w)).toList();
        if (rest.isEmpty()) {
            return new Scope("https://graph.microsoft.com", "openid profile email", openId, false);
        }
        Set<String> resources = rest.stream().map(Scope::resourceOf).collect(Collectors.toSet());
        if (resources.size() > 1) {
            throw new EntraException(EntraError.of(
                    400,
                    "invalid_request",
                    28000,
                    "Provided value for the input parameter scope is not valid because it contains more than one"
                            + " resource. Scope " + text + " is not valid."));
        }
        String resource = resources.iterator().next();
        if (!RESOURCES.contains(resource) && !world.knows(resource)) {
            throw new EntraException(unknown(resource));
        }
        boolean all = rest.stream().anyMatch(w -> w.endsWith(DEFAULT));
        String permissions = all
                ? permissionsOf(resource)
                : rest.stream().map(w -> w.substring(w.lastIndexOf('/') + 1)).collect(Collectors.joining(" "));
        return new Scope(resource.equals(OWN) ? World.BOT_APP_ID : resource, permissions, openId, all);
    }

    boolean wants(String openIdScope) {
        return openId.contains(openIdScope);
    }

    /** The scopes as the answer of the token endpoint names them. */
    String granted() {
        String own = Arrays.stream(permissions.split(" "))
                .map(p -> resource + "/" + p)
                .collect(Collectors.joining(" "));
        return wholeDefault ? own + " " + resource + DEFAULT : own;
    }

    private static String resourceOf(String scope) {
        int slash = scope.lastIndexOf('/');
        return slash < 0 || scope.indexOf("://") + 2 == slash
                ? "https://graph.microsoft.com"
                : scope.substring(0, slash);
    }

    private static String permissionsOf(String resource) {
        return switch (resource) {
            case OWN, World.BOT_APP_ID -> "access_as_user";
            case "https://api.applicationinsights.io", "https://api.loganalytics.io" -> "Data.Read";
            default -> "user_impersonation";
        };
    }

    private static EntraError unknown(String resource) {
        return EntraError.of(
                400,
                "invalid_resource",
                500011,
                "The resource principal named " + resource + " was not found in the tenant named Contoso. This can"
                        + " happen if the application has not been installed by the administrator of the tenant or"
                        + " consented to by any user in the tenant. You might have sent your authentication request"
                        + " to the wrong tenant.");
    }
}
