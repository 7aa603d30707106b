package io.slipway.http;

import java.util.regex.Pattern;

/** Takes secrets out of text before it is logged or shown. */
public final class Redaction {

    private static final String STARS = "***";
    private static final Pattern TOKEN = Pattern.compile(
            "\\beyJ[A-Za-z0-9_-]{5,}(?:\\.[A-Za-z0-9_-]+){0,4}|(?<=\\b(?i:Bearer|Basic) )[A-Za-z0-9+/._~=-]{8,}");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:password|passwd|pwd|secret|client_secret|clientsecret|token|access_token|refresh_token|assertion"
                    + "|client_assertion|apikey|api_key|accountkey|sharedaccesskey|instrumentationkey|sig|signature|code)"
                    + "[\"']?\\s*[=:]\\s*[\"']?)([^\\s\"'&;,<>*]{3,})");
    private static final Pattern USERINFO = Pattern.compile("(?<=://)[^/\\s:@]*:[^/\\s@]+(?=@)");
    private static final Pattern PAT = Pattern.compile("\\b(?:[a-z2-7]{52}|[A-Za-z0-9]{76,84})\\b");

    private Redaction() {}

    /** The text with tokens, passwords, keys and signatures replaced by stars. */
    public static String of(String text) {
        String without = TOKEN.matcher(text).replaceAll(STARS);
        without = USERINFO.matcher(without).replaceAll(STARS);
        without = NAMED.matcher(without).replaceAll("$1" + STARS);
        return PAT.matcher(without).replaceAll(STARS);
    }
}
