package io.slipway.chat;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Guesses which word somebody meant. */
public final class Nearest {

    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

    private Nearest() {}

    /** The known word that is nearest to what was typed; empty when none is near enough to be meant. */
    public static Optional<String> to(String typed, Collection<String> known) {
        String word = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= tolerance(candidate))
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    private static int distance(String word, String candidate) {
        String other = candidate.toLowerCase(Locale.ROOT);
        if (word.length() >= 3 && other.startsWith(word)) {
            return 0;
        }
        return DISTANCE.apply(word, other);
    }

    /** One slip in a short word, more in a longer one. */
    private static int tolerance(String candidate) {
        return Math.max(1, Math.min(3, candidate.length() / 3));
    }
}
