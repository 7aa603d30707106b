package io.slipway.cards;

import java.time.Duration;

/** How cards write a length of time: the two largest units, such as {@code 3 min 12 s}. */
public final class Elapsed {
    /** Keeps a number and its unit on one line. */
    private static final String GAP = "\u00A0";

    private Elapsed() {}

    /** A negative length, which clocks that differ a little can make, counts as none. */
    public static String text(Duration length) {
        Duration time = length.isNegative() ? Duration.ZERO : length;
        if (time.toDays() > 0) {
            return two(time.toDays(), "d", time.toHoursPart(), "h");
        }
        if (time.toHours() > 0) {
            return two(time.toHours(), "h", time.toMinutesPart(), "min");
        }
        return time.toMinutes() > 0
                ? two(time.toMinutes(), "min", time.toSecondsPart(), "s")
                : time.toSecondsPart() + GAP + "s";
    }

    private static String two(long large, String unit, int small, String smaller) {
        return small == 0 ? large + GAP + unit : large + GAP + unit + GAP + small + GAP + smaller;
    }
}
