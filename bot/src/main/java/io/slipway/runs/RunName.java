package io.slipway.runs;

import io.slipway.alm.Catalog;
import io.slipway.alm.Project;
import io.slipway.alm.RunRef;
import io.slipway.alm.Solution;
import java.util.Optional;

/** Writes down which run is meant, for the names of tasks, cards and buttons. */
public final class RunName {

    private static final String THING = "run:";

    private RunName() {}

    /** Such as {@code dev.azure.com/contoso/Expenses/4711}. */
    public static String of(RunRef run) {
        return of(run.project()) + "/" + run.id();
    }

    private static String of(Project project) {
        return project.organization().getSchemeSpecificPart().replaceFirst("^//", "") + "/" + project.name();
    }

    /** The thing that a run's card shows, for {@link LiveCards}. */
    public static String thing(RunRef run) {
        return THING + of(run);
    }

    /** Whether a thing is a run. */
    public static boolean isThing(String thing) {
        return thing.startsWith(THING);
    }

    /** The run that a card's button names, if it is one of a project that we know. */
    public static Optional<RunRef> parse(String text, Catalog catalog) {
        String name = text.startsWith(THING) ? text.substring(THING.length()) : text;
        int slash = name.lastIndexOf('/');
        String id = name.substring(slash + 1);
        if (slash < 0 || !id.matches("[1-9]\\d{0,8}")) {
            return Optional.empty();
        }
        return catalog.solutions().stream()
                .map(Solution::project)
                .distinct()
                .filter(project -> of(project).equals(name.substring(0, slash)))
                .findFirst()
                .map(project -> new RunRef(project, Integer.parseInt(id)));
    }
}
