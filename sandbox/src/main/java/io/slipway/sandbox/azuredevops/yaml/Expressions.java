package io.slipway.sandbox.azuredevops.yaml;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the values of parameters in place of template expressions; of these only {@code parameters.name} is known. */
record Expressions(Map<String, String> parameters) {

    private static final Pattern TEMPLATE = Pattern.compile("\\$\\{\\{\\s*(.*?)\\s*}}");
    private static final String PREFIX = "parameters.";

    String expand(String text) {
        Matcher matcher = TEMPLATE.matcher(text);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String expression) {
        if (!expression.startsWith(PREFIX)) {
            throw new IllegalArgumentException("Unexpected value '${{ " + expression + " }}'");
        }
        String name = expression.substring(PREFIX.length());
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Key not found '" + name + "'");
        }
        return value;
    }
}
