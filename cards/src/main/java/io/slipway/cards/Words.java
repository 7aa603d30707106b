package io.slipway.cards;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a template with its slots: {@code ${path}} looks from where the template stands, {@code ${$root.path}}
 * from the top. Nothing else between the braces is known: no functions, no operators.
 */
final class Words {
    static final Pattern SLOT = Pattern.compile("\\$\\{((?:\\$root\\.)?[a-zA-Z]\\w*(?:\\.[a-zA-Z]\\w*)*)}");

    /** Longer texts are cut: a card has to stay small, whatever somebody wrote. */
    private static final int LONGEST = 1000;

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}&&[^\n]]|[\u202A-\u202E\u2066-\u2069]");
    private static final Pattern MARKDOWN = Pattern.compile("[\\\\`*_\\[\\]<>{}#~|!]");
    private static final Pattern LIST = Pattern.compile("^(\\s*)(?:([-+=])|(\\d+)([.)]))(?=\\s|$)");

    private Words() {}

    /** Refuses what looks like a slot and is none. */
    static void check(String text) {
        if (SLOT.matcher(text).replaceAll("").contains("${")) {
            throw new IllegalStateException("only ${path} is understood: " + text);
        }
    }

    /** Puts values in the place of slots, in one pass: a value that looks like a slot stays what it is. */
    static String fill(String text, UnaryOperator<String> value) {
        return SLOT.matcher(text).replaceAll(m -> Matcher.quoteReplacement(value.apply(m.group(1))));
    }

    /** Makes a text fit to be shown: without control and direction-changing characters, not too long. */
    static String tame(String text) {
        String visible = INVISIBLE.matcher(text.replace("\r\n", "\n")).replaceAll("");
        return visible.length() <= LONGEST ? visible : cut(visible);
    }

    private static String cut(String text) {
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return text.substring(0, end) + "…";
    }

    /** Keeps Markdown from seeing anything in the text; it becomes one line. */
    static String escape(String text) {
        String line = MARKDOWN.matcher(text.replaceAll("\\s*\n\\s*", " ")).replaceAll("\\\\$0");
        Matcher list = LIST.matcher(line);
        if (!list.find()) {
            return line;
        }
        String mark = list.group(2) == null ? list.group(3) + "\\" + list.group(4) : "\\" + list.group(2);
        return list.group(1) + mark + line.substring(list.end());
    }
}
