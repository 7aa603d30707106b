package io.slipway.runs;

import io.slipway.alm.Catalog;
import io.slipway.alm.Project;
import io.slipway.alm.Solution;
import io.slipway.ports.Bindings;
import io.slipway.ports.Bindings.Binding;
import io.slipway.ports.Room;
import java.util.List;

/** Knows which projects are meant in a room, so that a bare number of a run means a run of theirs. */
public final class ProjectsHere {

    private final Catalog catalog;
    private final Bindings bindings;

    public ProjectsHere(Catalog catalog, Bindings bindings) {
        this.catalog = catalog;
        this.bindings = bindings;
    }

    /** The project that the room is connected to; all of the catalog where there is none. */
    public List<Project> of(Room room) {
        List<Project> known =
                catalog.solutions().stream().map(Solution::project).distinct().toList();
        return bindings.of(room.place())
                .map(Binding::project)
                .filter(known::contains)
                .map(List::of)
                .orElse(known);
    }
}
