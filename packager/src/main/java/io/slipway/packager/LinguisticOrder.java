package io.slipway.packager;

import java.text.Normalizer;
import java.util.Comparator;

/**
 * The order in which the original sorts its lists: symbols, then digits, then letters whatever their case; hyphen and
 * apostrophe do not count. It is the word order of Windows, of its own here because no collation of the JDK has it.
 */
final class LinguisticOrder implements Comparator<String> {

    static final LinguisticOrder INSTANCE = new LinguisticOrder();

    private static final String SYMBOLS = "\t\n\r !\"#$%&()*,./:;?@[\\]^_`{|}~+<=>";
    private static final int DIGITS = 1000;
    private static final int LETTERS = 2000;

    private LinguisticOrder() {}

    @Override
    public int compare(String left, String right) {
        int bare = compareWeights(left, right, false);
        return bare != 0 || isAscii(left) && isAscii(right) ? bare : compareWeights(left, right, true);
    }

    private static int compareWeights(String left, String right, boolean marks) {
        String a = isAscii(left) ? left : Normalizer.normalize(left, Normalizer.Form.NFD);
        String b = isAscii(right) ? right : Normalizer.normalize(right, Normalizer.Form.NFD);
        int i = next(a, 0, marks);
        int j = next(b, 0, marks);
        while (i < a.length() && j < b.length()) {
            int order = Integer.compare(weight(a.charAt(i)), weight(b.charAt(j)));
            if (order != 0) {
                return order;
            }
            i = next(a, i + 1, marks);
            j = next(b, j + 1, marks);
        }
        return Boolean.compare(i < a.length(), j < b.length());
    }

    private static int next(String text, int from, boolean marks) {
        int at = from;
        while (at < text.length() && isIgnored(text.charAt(at), marks)) {
            at++;
        }
        return at;
    }

    private static boolean isIgnored(char c, boolean marks) {
        return c == '-' || c == '\'' || !marks && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static int weight(char c) {
        int symbol = SYMBOLS.indexOf(c);
        if (symbol >= 0) {
            return symbol;
        }
        if (c >= '0' && c <= '9') {
            return DIGITS + c;
        }
        return LETTERS + Character.toLowerCase(c);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
