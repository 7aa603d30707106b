package io.slipway.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the claims that a refused token has to bring next time, in the header that refused it. */
final class Claims {

    private static final Pattern MEMBER = Pattern.compile("(?i)\\bclaims\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private Claims() {}

    /** The challenge as JSON, empty where there is none. */
    static String of(Iterable<String> challenges) {
        for (String challenge : challenges) {
            Matcher member = MEMBER.matcher(challenge);
            if (member.find()) {
                return json(member.group(1));
            }
        }
        return "";
    }

    private static String json(String value) {
        if (value.startsWith("{")) {
            return value.replace("\\\"", "\"");
        }
        try {
            return new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
