package io.slipway.packager;

/**
 * How much an archive may ask for before it is refused.
 *
 * @param entries most entries
 * @param entryBytes most unpacked bytes of one entry
 * @param totalBytes most unpacked bytes of all entries together
 * @param ratio most unpacked bytes for a packed byte, judged from 16 MB of unpacked bytes on
 */
public record Limits(int entries, long entryBytes, long totalBytes, int ratio) {

    private static final long GIGABYTE = 1L << 30;

    public Limits {
        if (entries < 1 || entryBytes < 1 || totalBytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }

    /** Above anything that Dataverse itself would import, and below what hurts. */
    public static Limits standard() {
        return new Limits(65_000, GIGABYTE, 4 * GIGABYTE, 200);
    }
}
