package io.slipway.entra;

import com.microsoft.aad.msal4j.AuthenticationErrorCode;
import com.microsoft.aad.msal4j.MsalException;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.MsalThrottlingException;
import io.slipway.alm.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in words what Entra and its libraries say in codes. */
final class EntraProblems {

    private static final Set<String> SIGN_IN =
            Set.of("invalid_grant", "interaction_required", "login_required", "consent_required");
    private static final Pattern CODE = Pattern.compile("AADSTS\\d+");

    private EntraProblems() {}

    /** Why the service got no token. */
    static Problem ofService(RuntimeException e) {
        if (e instanceof Problem problem) {
            return problem;
        }
        return network(e)
                ? unavailable(e)
                : new Problem.Broken(
                        "Entra does not accept Slipway's own credential" + code(e)
                                + ". Whoever runs Slipway has to look at slipway.entra.* and the app registration.",
                        e);
    }

    /** Why there is no token for a person. */
    static Problem ofPerson(RuntimeException e) {
        Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
        if (cause instanceof Problem problem) {
            return problem;
        }
        if (cause instanceof MsalThrottlingException slow) {
            Duration wait = Duration.ofMillis(slow.retryInMs());
            return new Problem.Unavailable("Entra asks Slipway to slow down.", Optional.of(wait), slow);
        }
        if (cause instanceof MsalServiceException service) {
            return ofAnswer(service);
        }
        boolean nothingKept =
                cause instanceof MsalException client && AuthenticationErrorCode.CACHE_MISS.equals(client.errorCode());
        return nothingKept ? signIn("") : network(cause) ? unavailable(cause) : broken(cause);
    }

    private static Problem ofAnswer(MsalServiceException e) {
        if (e instanceof MsalInteractionRequiredException || SIGN_IN.contains(String.valueOf(e.errorCode()))) {
            return signIn(e.claims());
        }
        return busy(e) ? unavailable(e) : broken(e);
    }

    private static Problem broken(Throwable e) {
        return new Problem.Broken(
                "Entra gave Slipway no access for you" + code(e)
                        + ". Whoever runs Slipway has to look at the app registration.",
                e);
    }

    static Problem.SignInNeeded signIn(@Nullable String claims) {
        return new Problem.SignInNeeded(
                "You have to sign in, so that Slipway can act for you. After that it goes on where you were.",
                Objects.requireNonNullElse(claims, ""));
    }

    private static Problem unavailable(Throwable cause) {
        return new Problem.Unavailable("Entra, which signs people in, cannot be reached just now.", cause);
    }

    private static boolean busy(MsalServiceException e) {
        return e.statusCode() != null && (e.statusCode() >= 500 || e.statusCode() == 429 || e.statusCode() == 408);
    }

    private static boolean network(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof Problem.Unavailable) {
                return true;
            }
        }
        return false;
    }

    private static String code(Throwable e) {
        Matcher code = CODE.matcher(String.valueOf(e.getMessage()));
        return code.find() ? " (" + code.group() + ")" : "";
    }
}
