package io.slipway.ports;

import io.slipway.alm.Decision;
import io.slipway.alm.Gate;
import io.slipway.alm.Person;
import io.slipway.alm.Project;
import io.slipway.alm.RunRef;
import java.util.List;

/** Out: approvals of Azure DevOps. They are decided on the approver's own token, never on the service's. */
public interface Gates {

    /** The gates that hold this run now, read by the service. */
    List<Gate> holding(RunRef run);

    /** Reads a gate by the service. */
    Gate read(Project project, String gate);

    /** Reads a gate as this person sees it: whether they may decide it comes from Azure DevOps. */
    Gate read(Project project, String gate, Person person);

    /** The gates that wait for this person, oldest first. */
    List<Gate> waitingFor(Project project, Person person);

    /** Decides on the person's token and returns the gate as it is afterwards. */
    Gate decide(Project project, String gate, Decision decision, String comment, Person person);
}
