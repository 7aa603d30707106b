package io.slipway.deploy;

import io.slipway.alm.Catalog;
import io.slipway.alm.Run;
import io.slipway.chat.Ask;
import io.slipway.ports.Postings;
import io.slipway.ports.Postings.Posting;
import io.slipway.runs.RunName;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the run that somebody means: by its number or link, or the newest one that the conversation shows. */
final class Shown {

    private static final int LOOKED_AT = 5;
    private static final Pattern NUMBER = Pattern.compile("(?:.*buildId=|#)?(\\d+)(?:&.*)?");

    private final Catalog catalog;
    private final Postings postings;
    private final RunControl control;

    Shown(Catalog catalog, Postings postings, RunControl control) {
        this.catalog = catalog;
        this.postings = postings;
        this.control = control;
    }

    /** The run that is meant; without a number, the newest one shown here that fits. */
    Optional<Run> meant(Ask ask, Predicate<Run> fits) {
        Optional<String> said = ask.words().arguments().stream()
                .filter(word -> !word.equalsIgnoreCase("run"))
                .findFirst();
        if (said.isPresent()) {
            Matcher number = NUMBER.matcher(said.get());
            return number.matches() ? RunName.parse(number.group(1), catalog).map(control::ours) : Optional.empty();
        }
        return postings.newestIn(ask.room().place(), 4 * LOOKED_AT).stream()
                .map(Posting::thing)
                .filter(RunName::isThing)
                .limit(LOOKED_AT)
                .flatMap(thing -> RunName.parse(thing, catalog).stream())
                .map(control::ours)
                .filter(fits)
                .findFirst();
    }
}
