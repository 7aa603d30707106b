package io.slipway.packager;

import java.util.List;

/**
 * What unpacking did to the folder.
 *
 * @param manifest which solution it was
 * @param added paths of files that are new
 * @param changed paths of files whose bytes changed
 * @param removed paths of files that are no longer in the solution
 * @param unchanged how many files were left untouched
 * @param warnings what somebody should know
 */
public record UnpackResult(
        SolutionManifest manifest,
        List<String> added,
        List<String> changed,
        List<String> removed,
        int unchanged,
        List<Warning> warnings) {

    public UnpackResult {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
        warnings = List.copyOf(warnings);
    }
}
