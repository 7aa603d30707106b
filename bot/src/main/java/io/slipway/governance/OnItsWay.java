package io.slipway.governance;

import io.slipway.alm.Gate;
import io.slipway.alm.Problem;
import io.slipway.alm.Run;
import io.slipway.alm.RunState;
import io.slipway.alm.Solution;
import io.slipway.alm.Stage;
import io.slipway.cards.State;
import io.slipway.cards.StatusCard.Going;
import io.slipway.jobs.Engine;
import io.slipway.runs.RunPlan;
import io.slipway.runs.RunReader;
import io.slipway.runs.RunReader.Seen;
import io.slipway.runs.RunTask;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The deployments that have not ended. */
final class OnItsWay {

    private final Engine engine;
    private final RunTask task;
    private final RunReader reader;

    OnItsWay(Engine engine, RunTask task, RunReader reader) {
        this.engine = engine;
        this.task = task;
        this.reader = reader;
    }

    List<Going> of(List<Solution> solutions) {
        List<String> names = solutions.stream().map(Solution::name).toList();
        List<RunPlan> plans = engine.running(task).stream()
                .filter(plan -> names.contains(plan.request().solution().name()))
                .toList();
        return AllAtOnce.ask(plans, this::going).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Going> going(RunPlan plan) {
        if (plan.run().isEmpty()) {
            return Optional.of(new Going(plan.title(), State.PENDING, "is being queued", ""));
        }
        try {
            Seen seen = reader.read(plan.run().get());
            return Optional.of(seen)
                    .filter(one -> !one.run().state().ended())
                    .map(one -> new Going(
                            plan.title(),
                            State.valueOf(one.run().state().name()),
                            detail(one),
                            one.run().link().toString()));
        } catch (Problem unread) {
            return Optional.of(
                    new Going(plan.title(), State.PENDING, "its run cannot be read: " + unread.getMessage(), ""));
        }
    }

    private static String detail(Seen seen) {
        String waits = seen.gates().stream()
                .flatMap(gate -> gate.approvers().stream())
                .filter(approver -> approver.state() == Gate.GateState.PENDING)
                .map(Gate.Approver::name)
                .distinct()
                .collect(Collectors.joining(" or "));
        return waits.isEmpty() ? doing(seen.run()) : "waits for " + waits;
    }

    private static String doing(Run run) {
        return run.stages().stream()
                .filter(stage -> stage.state() == RunState.RUNNING)
                .findFirst()
                .map(OnItsWay::progress)
                .orElse("");
    }

    private static String progress(Stage stage) {
        return stage.title()
                + stage.percent().map(percent -> ", " + percent + " %").orElse("");
    }
}
