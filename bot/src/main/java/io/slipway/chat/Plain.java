package io.slipway.chat;

import java.util.regex.Pattern;

/** Lets what people typed stand in a sentence as it is, whatever Markdown would make of it. */
public final class Plain {

    private static final Pattern SPECIAL = Pattern.compile("([\\\\`*_{}\\[\\]()<>#~|])");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\([^)]*\\)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()<>#~|])");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int LONGEST = 200;

    private Plain() {}

    /** The text on one line, without effect in Markdown and not endless. */
    public static String text(String said) {
        String line = SPACE.matcher(said.strip()).replaceAll(" ");
        String some = line.codePointCount(0, line.length()) > LONGEST
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…"
                : line;
        return SPECIAL.matcher(some).replaceAll("\\\\$1");
    }

    /** A sentence in Markdown as it reads without its marks, for a card that knows none. */
    static String unmarked(String markdown) {
        String bare = LINK.matcher(markdown).replaceAll("$1").replace("**", "").replaceAll("(?<!\\\\)`", "");
        return ESCAPE.matcher(bare).replaceAll("$1");
    }
}
