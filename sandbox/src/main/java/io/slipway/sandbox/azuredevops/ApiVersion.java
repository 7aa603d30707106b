package io.slipway.sandbox.azuredevops;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules about the version that every request must name, in its query or in the Accept header. */
final class ApiVersion {

    /** An operation that exists as a preview only. */
    static final String PREVIEW = "0.0";

    /** An operation that is released since long and at least in this version. */
    static final String RELEASED = "7.1";

    private static final String NOT_SPECIFIED = "No api-version was supplied for the \"%s\" request. The version must"
            + " be supplied either as part of the Accept header (e.g. \"application/json; api-version=1.0\") or as a"
            + " query parameter (e.g. \"?api-version=1.0\").";
    private static final double LATEST = 7.2;
    private static final Pattern VERSION = Pattern.compile("(\\d+\\.\\d+)(-preview(\\.\\d+)?)?");
    private static final Pattern ACCEPT = Pattern.compile("api-version=([^;,\\s]+)");

    private ApiVersion() {}

    /**
     * Refuses what the service refuses.
     *
     * @param released the newest version that can be asked for without {@code -preview}
     * @return the version asked for
     */
    static String check(Context http, String released) {
        String asked = asked(http)
                .orElseThrow(() -> new Refusal(
                        400,
                        "Microsoft.VisualStudio.Services.WebApi.VssVersionNotSpecifiedException",
                        "No api-version was supplied for the \"" + http.method()
                                + "\" request. The version must be supplied"
                                + " either as part of the Accept header (e.g. \"application/json; api-version=1.0\") or as a"
                                + " query parameter (e.g. \"?api-version=1.0\")."));
        Matcher matcher = VERSION.matcher(asked);
        if (!matcher.matches()) {
            throw refusal(
                    "VssVersionInvalidException",
                    "The api-version '" + asked + "' is not valid. Expected a version such as 7.1 or 7.1-preview.1.");
        }
        range(asked, matcher, released);
        return asked;
    }

    private static void range(String asked, Matcher matcher, String released) {
        double version = Double.parseDouble(matcher.group(1));
        if (version > LATEST) {
            throw refusal(
                    "VssVersionOutOfRangeException",
                    "The requested REST API version of " + asked
                            + " is out of range for this server. The latest REST API version this server supports is "
                            + LATEST + ".");
        }
        if (version > Double.parseDouble(released) && matcher.group(2) == null) {
            throw refusal(
                    "VssInvalidPreviewVersionException",
                    "The requested version \"" + asked + "\" of the resource is under preview. The -preview flag must"
                            + " be supplied in the api-version for such requests. For example: \"" + asked
                            + "-preview\"");
        }
    }

    private static Refusal refusal(String type, String message) {
        return new Refusal(400, "Microsoft.VisualStudio.Services.WebApi." + type, message);
    }

    /** Whether the request names a version at all. */
    static boolean named(Context http) {
        return asked(http).isPresent();
    }

    private static Optional<String> asked(Context http) {
        String query = http.queryParam("api-version");
        if (query != null) {
            return Optional.of(query);
        }
        Matcher matcher = ACCEPT.matcher(String.valueOf(http.header("Accept")));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
