package io.slipway.approval;

import io.slipway.alm.Gate;
import io.slipway.alm.Gate.GateState;
import io.slipway.alm.Problem;
import io.slipway.alm.Project;
import io.slipway.alm.RunRef;
import io.slipway.ports.Gates;
import io.slipway.ports.Room;
import io.slipway.runs.ProjectsHere;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the approval that somebody means by a number of a run or an approval's id. */
final class MeantGate {

    private final ProjectsHere projects;
    private final Gates gates;

    MeantGate(ProjectsHere projects, Gates gates) {
        this.projects = projects;
        this.gates = gates;
    }

    /** All that fit: none, one, or several, of which somebody has to choose. */
    List<GateName> find(String said, Room room) {
        String id = said.replaceFirst("^#", "");
        Stream<Gate> found = id.matches("\\d{1,9}")
                ? projects.of(room).stream()
                        .flatMap(project -> gates.holding(new RunRef(project, Integer.parseInt(id))).stream())
                : byId(id, room).stream();
        return found.filter(gate -> gate.state() == GateState.PENDING || !id.matches("\\d+"))
                .map(gate -> new GateName(gate.run(), gate.id()))
                .toList();
    }

    /** An approval that one project does not know may be another's. */
    private Optional<Gate> byId(String id, Room room) {
        if (!GateName.looksRight(id)) {
            return Optional.empty();
        }
        return projects.of(room).stream()
                .flatMap(project -> read(project, id).stream())
                .findFirst();
    }

    private Optional<Gate> read(Project project, String id) {
        try {
            return Optional.of(gates.read(project, id));
        } catch (Problem.Refused elsewhere) {
            return Optional.empty();
        }
    }
}
