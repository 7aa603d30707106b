package io.slipway.alm;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a solution: four numbers, as Dataverse keeps them.
 *
 * @param major first number, 0 to 65534 like the others
 */
public record SolutionVersion(int major, int minor, int build, int revision) implements Comparable<SolutionVersion> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})\\.(\\d{1,5})(?:\\.(\\d{1,5}))?(?:\\.(\\d{1,5}))?");
    private static final Comparator<SolutionVersion> ORDER = Comparator.comparingInt(SolutionVersion::major)
            .thenComparingInt(SolutionVersion::minor)
            .thenComparingInt(SolutionVersion::build)
            .thenComparingInt(SolutionVersion::revision);

    /** Reads {@code 1.4}, {@code 1.4.0} or {@code 1.4.0.13}; missing numbers are 0, anything else is no version. */
    public static Optional<SolutionVersion> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new SolutionVersion(number(form, 1), number(form, 2), number(form, 3), number(form, 4)))
                : Optional.empty();
    }

    private static int number(Matcher form, int group) {
        return form.group(group) == null ? 0 : Integer.parseInt(form.group(group));
    }

    @Override
    public int compareTo(SolutionVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + build + "." + revision;
    }
}
