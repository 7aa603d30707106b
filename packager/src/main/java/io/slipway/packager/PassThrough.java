package io.slipway.packager;

import io.slipway.packager.zip.ContentTypes;
import io.slipway.packager.zip.SolutionZip;
import java.io.IOException;
import java.util.Set;

/** Whatever no component names goes to the tree as it is; new kinds of components need no change here. */
final class PassThrough {

    private static final Set<String> NEVER = Set.of("other", "resources");
    private static final Set<String> KNOWN_AT_ROOT =
            Set.of("customizations.xml", "solution.xml", "[content_types].xml");

    private PassThrough() {}

    static void unpack(Pass pass) throws IOException {
        ContentTypes types = ContentTypes.of(pass.zip());
        pass.enter("");
        for (SolutionZip.Entry entry : pass.zip().entries()) {
            String folder = entry.folder().toLowerCase(java.util.Locale.ROOT);
            if (pass.isOrphan(entry)) {
                pass.tree().warn(entry.path(), "belongs to no component, so it is left out");
            }
            if (pass.isTaken(entry)) {
                continue;
            }
            if (folder.isEmpty() || NEVER.contains(folder)) {
                atRoot(pass, entry);
            } else if (types.declares(entry.path())) {
                pass.tree().copy(pass.zip(), entry, entry.path());
            } else {
                pass.tree()
                        .warn(entry.path(), "is not declared in [Content_Types].xml, so it is no part of the solution");
            }
        }
    }

    private static void atRoot(Pass pass, SolutionZip.Entry entry) {
        if (!KNOWN_AT_ROOT.contains(entry.path().toLowerCase(java.util.Locale.ROOT))) {
            pass.tree().warn(entry.path(), "lies where the layout has no place for it; it is left out");
        }
    }
}
