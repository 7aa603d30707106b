package io.slipway.packager;

import java.nio.file.Path;
import java.util.List;

/**
 * What packing made.
 *
 * @param manifest which solution it was
 * @param zips the archives, the unmanaged one first
 * @param warnings what somebody should know
 */
public record PackResult(SolutionManifest manifest, List<Path> zips, List<Warning> warnings) {

    public PackResult {
        zips = List.copyOf(zips);
        warnings = List.copyOf(warnings);
    }
}
