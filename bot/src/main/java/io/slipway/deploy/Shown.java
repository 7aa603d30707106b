package io.slipway.deploy;

import io.slipway.alm.Catalog;
import io.slipway.alm.Problem;
import io.slipway.alm.Project;
import io.slipway.alm.Run;
import io.slipway.alm.RunRef;
import io.slipway.chat.Ask;
import io.slipway.ports.Ledger;
import io.slipway.ports.Postings;
import io.slipway.ports.Postings.Posting;
import io.slipway.ports.Room;
import io.slipway.runs.ProjectsHere;
import io.slipway.runs.RunName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the run that somebody means: by its number or link, or the newest one that the conversation shows. */
final class Shown {

    private static final int LOOKED_AT = 5;
    private static final Pattern NUMBER = Pattern.compile("(?:.*buildId=|#)?([1-9]\\d{0,8})(?:&.*)?");
    private final Catalog catalog;
    private final ProjectsHere projects;
    private final Postings postings;
    private final Ledger ledger;
    private final RunControl control;

    Shown(Catalog catalog, ProjectsHere projects, Postings postings, Ledger ledger, RunControl control) {
        this.catalog = catalog;
        this.projects = projects;
        this.postings = postings;
        this.ledger = ledger;
        this.control = control;
    }

    /** The run that is meant; without a number, the newest one shown here that fits. */
    Optional<Run> meant(Ask ask, Predicate<Run> fits) {
        Optional<String> said = ask.words().arguments().stream()
                .filter(word -> !word.equalsIgnoreCase("run"))
                .findFirst();
        if (said.isPresent()) {
            Matcher number = NUMBER.matcher(said.get());
            return number.matches() ? numbered(Integer.parseInt(number.group(1)), ask.room()) : Optional.empty();
        }
        return chosenBefore(ask).or(() -> newest(ask.room(), fits));
    }

    /** The number may be one of several projects, of which none may be guessed. */
    private Optional<Run> numbered(int id, Room room) {
        List<Run> found = new ArrayList<>();
        List<Problem.Refused> refused = new ArrayList<>();
        for (Project project : projects.of(room)) {
            try {
                found.add(control.ours(new RunRef(project, id)));
            } catch (Problem.Refused elsewhere) {
                refused.add(elsewhere);
            }
        }
        if (found.size() > 1) {
            throw new Problem.Refused("Several projects have a run " + id
                    + ". Say it in a channel that is connected to the project you mean. Nothing was done.");
        }
        if (found.isEmpty() && !refused.isEmpty()) {
            throw refused.getFirst();
        }
        return found.stream().findFirst();
    }

    /** What was said is handled again after a kill: it means the same run, though another one may be the newest now. */
    private Optional<Run> chosenBefore(Ask ask) {
        return ledger.about(ask.key(), LOOKED_AT).stream()
                .filter(entry -> entry.key().equals(ask.key()))
                .filter(entry -> entry.act().equals(ask.words().command().orElse("")))
                .flatMap(entry -> RunName.parse(entry.detail(), catalog).stream())
                .findFirst()
                .map(control::ours);
    }

    private Optional<Run> newest(Room room, Predicate<Run> fits) {
        return postings.newestIn(room.place(), 4 * LOOKED_AT).stream()
                .map(Posting::thing)
                .filter(RunName::isThing)
                .limit(LOOKED_AT)
                .flatMap(thing -> RunName.parse(thing, catalog).stream())
                .map(control::ours)
                .filter(fits)
                .findFirst();
    }
}
