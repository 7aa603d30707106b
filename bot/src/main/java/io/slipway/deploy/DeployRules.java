package io.slipway.deploy;

import io.slipway.alm.Installed;
import io.slipway.alm.Solution;
import io.slipway.alm.SolutionVersion;
import io.slipway.alm.Target;
import java.util.List;
import java.util.Optional;

/** Whether a version may go its way, judged from what is in the environments now. */
final class DeployRules {

    private DeployRules() {}

    /**
     * What there is on the way.
     *
     * @param installed what is there now; empty when nothing is
     * @param problem why it could not be read; empty when it could
     */
    record Place(Target target, Optional<Installed> installed, String problem) {}

    /** What the rules say. */
    sealed interface Finding {

        record Go() implements Finding {}

        /** It is there already: deploying again must be wanted. */
        record Same(Installed installed) implements Finding {}

        record Stop(String why) implements Finding {}
    }

    /** The stages of the targets after the wanted one; nothing before it is left out. */
    static List<String> skipped(Solution solution, Target wanted, List<Target> all) {
        return all.stream().skip(all.indexOf(wanted) + 1L).map(Target::stage).toList();
    }

    /** @param way the targets up to the wanted one, in their order */
    static Finding judge(Solution solution, SolutionVersion version, List<Place> way) {
        for (Place place : way) {
            Optional<Installed> newer =
                    place.installed().filter(there -> there.version().compareTo(version) > 0);
            if (newer.isPresent()) {
                return new Finding.Stop(tooOld(solution, version, place, newer.get(), place == way.getLast()));
            }
        }
        return way.getLast()
                .installed()
                .filter(there -> there.version().equals(version))
                .<Finding>map(Finding.Same::new)
                .orElseGet(Finding.Go::new);
    }

    private static String tooOld(
            Solution solution, SolutionVersion version, Place place, Installed newer, boolean wanted) {
        String where = wanted
                ? place.target().title() + " has"
                : "on its way it passes " + place.target().title() + ", which has";
        return "**" + solution.title() + " " + version + "** is not deployed: " + where + " " + newer.version()
                + " already, and Dataverse does not import an older version over a newer one. "
                + "Deploy " + newer.version() + " or later, or build a new version from the older state.";
    }
}
