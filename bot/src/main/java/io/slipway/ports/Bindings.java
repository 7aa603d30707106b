package io.slipway.ports;

import io.slipway.alm.Project;
import java.util.List;
import java.util.Optional;

/** Out: which channel belongs to which project. */
public interface Bindings {

    /** Binds, or binds anew. */
    void bind(Binding binding);

    /** The binding of a channel or chat, by {@link Room#place()}. */
    Optional<Binding> of(String place);

    /** All channels of a project. */
    List<Binding> to(Project project);

    /**
     * A channel and its project.
     *
     * @param room the top of the channel
     * @param approvals whether approval cards of the project are shown here
     */
    record Binding(Room room, Project project, boolean approvals) {}
}
