package io.slipway.pretend;

import io.slipway.alm.Decision;
import io.slipway.alm.Gate;
import io.slipway.alm.Gate.Approver;
import io.slipway.alm.Gate.GateState;
import io.slipway.alm.Packaged;
import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.alm.Project;
import io.slipway.alm.Run;
import io.slipway.alm.RunRef;
import io.slipway.alm.RunRequest;
import io.slipway.alm.RunState;
import io.slipway.alm.Solution;
import io.slipway.alm.Stage;
import io.slipway.ports.Gates;
import io.slipway.ports.Pipelines;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Azure DevOps in memory, as far as rules need it. */
public final class PretendAzure implements Pipelines, Gates {

    private final Map<Integer, Run> runs = new LinkedHashMap<>();
    private final Map<String, Gate> gates = new LinkedHashMap<>();
    private final List<String> acts = new ArrayList<>();
    private final TurnedClock clock;
    private Optional<Duration> busy = Optional.empty();
    private List<String> versions = List.of("1.4.0.13", "1.4.0.12", "1.4.0.11");

    public PretendAzure(TurnedClock clock) {
        this.clock = clock;
    }

    @Override
    public Run queue(RunRequest request, Person person) {
        int id = 4711 + runs.size();
        Run run = run(id, RunState.RUNNING, request.key(), person.name());
        runs.put(id, run);
        acts.add("queue " + request.key());
        return run;
    }

    private Run run(int id, RunState state, String key, String by) {
        return new Run(
                new RunRef(People.PROJECT, id),
                "expenses-deploy",
                "2026." + id,
                state,
                List.of(stage("test", state, 1), stage("prod", RunState.PENDING, 1)),
                by,
                Map.of("slipwayRequest", key),
                clock.instant(),
                state.ended() ? Optional.of(clock.instant()) : Optional.empty(),
                URI.create("https://dev.azure.com/contoso/Expenses/_build/results?buildId=" + id));
    }

    private Stage stage(String name, RunState state, int attempt) {
        return new Stage(
                name,
                "Deploy to " + name,
                state,
                attempt,
                Optional.empty(),
                Optional.of(clock.instant()),
                Optional.empty(),
                Optional.empty());
    }

    /** Turns a run: both it and its first stage are in this state now. */
    public void turn(int id, RunState state, int attempt) {
        Run old = runs.get(id);
        Run now = run(id, state, old.parameters().get("slipwayRequest"), old.requestedFor());
        runs.put(
                id,
                new Run(
                        now.ref(),
                        now.pipeline(),
                        now.name(),
                        state,
                        List.of(stage("test", state, attempt), stage("prod", RunState.PENDING, 1)),
                        now.requestedFor(),
                        now.parameters(),
                        old.queued(),
                        now.finished(),
                        now.link()));
    }

    @Override
    public Optional<Run> find(RunRequest request, Instant since) {
        return runs.values().stream()
                .filter(run -> run.parameters().containsValue(request.key()))
                .filter(run -> !run.queued().isBefore(since))
                .findFirst();
    }

    @Override
    public Run read(RunRef run) {
        if (busy.isPresent()) {
            throw new Problem.Unavailable("Azure DevOps asks Slipway to slow down.", busy, null);
        }
        return Optional.ofNullable(runs.get(run.id()))
                .orElseThrow(() -> new Problem.Refused("There is no run " + run.id() + "."));
    }

    @Override
    public void cancel(RunRef run, Person person) {
        acts.add("cancel " + run.id());
        turn(run.id(), RunState.CANCELLING, 1);
    }

    @Override
    public void retry(RunRef run, String stage, Person person) {
        acts.add("retry " + run.id() + " " + stage);
        turn(run.id(), RunState.RUNNING, 2);
    }

    @Override
    public List<Packaged> packages(Solution solution) {
        return versions.stream()
                .map(version -> new Packaged(
                        People.version(version),
                        new RunRef(People.PROJECT, 1),
                        "main",
                        clock.instant(),
                        URI.create("https://dev.azure.com/build")))
                .toList();
    }

    /** From now on it wants to be left alone for so long, or not any more. */
    public void busy(Optional<Duration> wait) {
        busy = wait;
    }

    /** No build has made anything. */
    public void noPackages() {
        versions = List.of();
    }

    /** The run waits at a gate of production now. */
    public void gate(String id, int run, int minimum, List<String> blocked) {
        List<Approver> asked = List.of(asked(People.RITA), asked(People.OMAR));
        RunRef ref = new RunRef(People.PROJECT, run);
        gates.put(
                id,
                new Gate(
                        id,
                        ref,
                        "prod",
                        GateState.PENDING,
                        minimum,
                        asked,
                        blocked,
                        false,
                        "",
                        clock.instant(),
                        Optional.empty()));
        turn(run, RunState.WAITING, 1);
    }

    private static Approver asked(Person person) {
        return new Approver(person.id(), person.name(), GateState.PENDING, Optional.empty(), Optional.empty(), "");
    }

    /** Something else happened to the gate. */
    public void close(String id, GateState state) {
        Gate gate = gates.get(id);
        gates.put(id, with(gate, state, gate.approvers(), false));
    }

    private static Gate with(Gate gate, GateState state, List<Approver> approvers, boolean may) {
        return new Gate(
                gate.id(),
                gate.run(),
                gate.stage(),
                state,
                gate.minimum(),
                approvers,
                gate.blocked(),
                may,
                gate.instructions(),
                gate.created(),
                gate.expires());
    }

    @Override
    public List<Gate> holding(RunRef run) {
        return gates.values().stream()
                .filter(gate -> gate.run().equals(run) && gate.state() == GateState.PENDING)
                .toList();
    }

    @Override
    public Gate read(Project project, String gate) {
        return Optional.ofNullable(gates.get(gate))
                .filter(one -> one.run().project().equals(project))
                .orElseThrow(() -> new Problem.Refused("This approval is not in " + project.name() + "."));
    }

    @Override
    public Gate read(Project project, String gate, Person person) {
        Gate read = read(project, gate);
        boolean asked = read.approvers().stream()
                .anyMatch(one -> one.id().equals(person.id()) && one.state() == GateState.PENDING);
        return with(read, read.state(), read.approvers(), asked && read.state() == GateState.PENDING);
    }

    @Override
    public List<Gate> waitingFor(Project project, Person person) {
        return gates.values().stream()
                .map(gate -> read(project, gate.id(), person))
                .filter(Gate::mayDecide)
                .toList();
    }

    @Override
    public Gate decide(Project project, String gate, Decision decision, String comment, Person person) {
        Gate before = read(project, gate, person);
        if (!before.mayDecide() || before.blocked().contains(person.id())) {
            throw new Problem.Refused("Azure DevOps does not let you decide this.");
        }
        acts.add(decision + " " + gate + " " + person.name());
        GateState said = decision == Decision.APPROVE ? GateState.APPROVED : GateState.REJECTED;
        List<Approver> after = before.approvers().stream()
                .map(one -> one.id().equals(person.id()) ? said(one, said, person, comment) : one)
                .toList();
        long approved = after.stream().filter(one -> one.state() == said).count();
        boolean closes = said == GateState.REJECTED || approved >= before.minimum();
        Gate now = with(before, closes ? said : GateState.PENDING, after, false);
        gates.put(gate, now);
        return now;
    }

    private Approver said(Approver one, GateState state, Person person, String comment) {
        return new Approver(
                one.id(),
                one.name(),
                state,
                Optional.of(new Gate.Decider(person.id(), person.name())),
                Optional.of(clock.instant()),
                comment);
    }

    /** What was really done, in its order. */
    public List<String> acts() {
        return acts;
    }
}
