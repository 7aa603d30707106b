package io.slipway.approval;

import io.slipway.alm.Catalog;
import io.slipway.alm.RunRef;
import io.slipway.runs.RunName;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names one approval, as a card's button does. What a card brings along proves nothing: the approval is read in the
 * project of the run, and has to hold that run.
 */
record GateName(RunRef run, String id) {

    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F-]{8,64}");
    private static final String THING = "gate:";

    static Optional<GateName> parse(String run, String gate, Catalog catalog) {
        return looksRight(gate) && run.contains("/")
                ? RunName.parse(run, catalog).map(ref -> new GateName(ref, gate.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    static boolean looksRight(String gate) {
        return FORM.matcher(gate).matches();
    }

    /** The thing that the approval's card shows. */
    String thing() {
        return THING + id;
    }
}
