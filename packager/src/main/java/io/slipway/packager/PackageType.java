package io.slipway.packager;

import java.util.Locale;

/** Which of the two archives of a solution is meant, or both in one tree. */
public enum PackageType {
    UNMANAGED,
    MANAGED,
    BOTH;

    /** Reads the word as the command line and the pipelines write it, whatever its case. */
    public static PackageType of(String word) {
        try {
            return valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new PackagerException(word, "", "is no package type", "Say Unmanaged, Managed or Both.", e);
        }
    }

    /** The word as the platform writes it. */
    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
