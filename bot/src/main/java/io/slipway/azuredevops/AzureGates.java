package io.slipway.azuredevops;

import io.slipway.alm.Decision;
import io.slipway.alm.Gate;
import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.alm.Project;
import io.slipway.alm.RunRef;
import io.slipway.http.Address;
import io.slipway.ports.Gates;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Approvals of Azure DevOps, always by their id, so that nobody releases another stage's gate along with theirs. */
final class AzureGates implements Gates {

    private static final Logger LOG = LoggerFactory.getLogger(AzureGates.class);
    private static final String STEPS = "steps";
    private static final String STEPS_AND_PERMISSIONS = "steps,permissions";
    private static final int MOST = 200;
    private final AzureDevOps azure;
    private final Builds builds;
    private final AzurePeople people;

    private record Update(String approvalId, String status, String comment) {}

    AzureGates(AzureDevOps azure, Clock clock) {
        this.azure = azure;
        this.builds = new Builds(azure);
        this.people = new AzurePeople(azure, clock);
    }

    @Override
    public List<Gate> holding(RunRef run) {
        Timeline timeline = builds.timeline(run);
        List<String> ids = timeline.waitingApprovals();
        if (ids.isEmpty()) {
            return List.of();
        }
        Address address = approvals(run.project()).query("$expand", STEPS).query("approvalIds", String.join(",", ids));
        return azure.read(address).as(Approval.Page.class).approvals().stream()
                .filter(approval -> approval.run().isEmpty() || approval.holds(run))
                .map(approval -> gate(run, approval, timeline))
                .toList();
    }

    @Override
    public Gate read(Project project, String gate) {
        Address address = approval(project, gate).query("$expand", STEPS);
        return gate(project, azure.read(address).find(Approval.class), gate);
    }

    @Override
    public Gate read(Project project, String gate, Person person) {
        Address address = approval(project, gate).query("$expand", STEPS_AND_PERMISSIONS);
        return gate(project, azure.read(address, person).find(Approval.class), gate);
    }

    @Override
    public List<Gate> waitingFor(Project project, Person person) {
        Address address =
                approvals(project).query("state", "pending").query("top", MOST).query("$expand", STEPS_AND_PERMISSIONS);
        List<Approval> mine = azure.read(address, person).as(Approval.Page.class).approvals().stream()
                .filter(Approval::decidable)
                .filter(approval -> approval.run().isPresent())
                .toList();
        return SideBySide.ask(mine, approval -> gate(project, Optional.of(approval), approval.id())).stream()
                .sorted(Comparator.comparing(Gate::created))
                .toList();
    }

    @Override
    public Gate decide(Project project, String gate, Decision decision, String comment, Person person) {
        Gate before = read(project, gate);
        String status = switch (decision) {
            case APPROVE -> "approved";
            case REJECT -> "rejected";
        };
        List<Approval> after = azure.patch(approvals(project), person)
                .needing("to approve the stage " + before.stage())
                .json(List.of(new Update(gate, status, comment)))
                .as(Approval.Page.class)
                .approvals();
        LOG.info("run={} gate={} stage={} person={} {}", before.run().id(), gate, before.stage(), person.id(), status);
        return after.stream()
                .filter(approval -> approval.id().equalsIgnoreCase(gate) && approval.steps() != null)
                .findFirst()
                .map(approval -> gate(before.run(), approval, before.stage()))
                .orElseGet(() -> read(project, gate));
    }

    private static Address approvals(Project project) {
        return AzureDevOps.in(project, "pipelines", "approvals");
    }

    private static Address approval(Project project, String gate) {
        return AzureDevOps.in(project, "pipelines", "approvals", gate);
    }

    private Gate gate(Project project, Optional<Approval> found, String id) {
        Approval approval = found.orElseThrow(() -> new Problem.Refused("This approval is not in " + project.name()
                + " any more. Its run was deleted, or you may not see it."));
        RunRef run = new RunRef(
                project,
                approval.run()
                        .orElseThrow(
                                () -> new Problem.Broken("The approval " + id + " does not say which run it holds.")));
        return gate(run, approval, builds.timeline(run));
    }

    private Gate gate(RunRef run, Approval approval, Timeline timeline) {
        return gate(
                run,
                approval,
                timeline.stageOf(approval.id()).map(Timeline.Entry::stageName).orElse(""));
    }

    private Gate gate(RunRef run, Approval approval, String stage) {
        Project project = run.project();
        return new Gate(
                approval.id(),
                run,
                stage,
                Approval.state(approval.status()),
                approval.minimum(),
                approval.asked().stream().map(step -> approver(project, step)).toList(),
                approval.blocked().stream().map(one -> people.id(project, one)).toList(),
                approval.decidable(),
                approval.instructions() == null ? "" : approval.instructions(),
                Optional.ofNullable(approval.createdOn()).orElse(Instant.EPOCH),
                Optional.empty());
    }

    private Gate.Approver approver(Project project, Approval.Step step) {
        Optional<IdentityRef> asked = Optional.ofNullable(step.assignedApprover());
        return new Gate.Approver(
                asked.map(one -> people.id(project, one)).orElse(""),
                asked.map(IdentityRef::name).orElse(""),
                Approval.state(step.status()),
                Optional.ofNullable(step.actualApprover())
                        .map(one -> new Gate.Decider(people.id(project, one), one.name())),
                Optional.ofNullable(step.lastModifiedOn()),
                step.words());
    }
}
