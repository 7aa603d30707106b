package io.slipway.azuredevops;

import io.slipway.alm.Failure;
import io.slipway.alm.Problem;
import io.slipway.alm.Project;
import io.slipway.alm.Run;
import io.slipway.alm.RunRef;
import io.slipway.alm.RunState;
import io.slipway.alm.Stage;
import io.slipway.http.Address;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Reads runs with their stages, out of the build and its timeline. */
final class Builds {

    private final AzureDevOps azure;
    private final ErrorLines errors;

    Builds(AzureDevOps azure) {
        this.azure = azure;
        this.errors = new ErrorLines(azure);
    }

    Run read(RunRef ref) {
        Build build = azure.read(AzureDevOps.in(ref.project(), "build", "builds", Integer.toString(ref.id())))
                .find(Build.class)
                .orElseThrow(() -> new Problem.Refused(
                        "Run " + ref.id() + " is not in " + ref.project().name() + " any more. It was deleted, or "
                                + "Slipway's own identity may not see it."));
        return run(ref.project(), build, timeline(ref));
    }

    Timeline timeline(RunRef ref) {
        return azure.read(AzureDevOps.in(ref.project(), "build", "builds", Integer.toString(ref.id()), "timeline"))
                .find(Timeline.class)
                .orElse(Timeline.EMPTY);
    }

    /** One page of builds of a pipeline, newest first, with further conditions from the caller. */
    List<Build> page(Address address) {
        return azure.read(address).as(Build.Page.class).builds();
    }

    Run run(Project project, Build build, Timeline timeline) {
        RunRef ref = new RunRef(project, build.id());
        List<Stage> stages = timeline.stages().stream()
                .map(entry -> stage(ref, timeline, entry))
                .toList();
        return new Run(
                ref,
                build.definition() == null || build.definition().name() == null
                        ? ""
                        : build.definition().name(),
                build.buildNumber() == null ? Integer.toString(build.id()) : build.buildNumber(),
                build.state(stages),
                stages,
                build.requestedFor() == null || build.requestedFor().displayName() == null
                        ? ""
                        : build.requestedFor().displayName(),
                build.parameters(),
                build.queued(),
                Optional.ofNullable(build.finishTime()),
                build.link().orElseGet(() -> link(ref)));
    }

    /** Where a browser shows a run. */
    static URI link(RunRef ref) {
        return Address.of(ref.project().organization())
                .path(ref.project().name(), "_build", "results")
                .query("buildId", ref.id())
                .uri();
    }

    private Stage stage(RunRef ref, Timeline timeline, Timeline.Entry entry) {
        RunState state = timeline.state(entry);
        return new Stage(
                entry.stageName(),
                entry.name() == null ? entry.stageName() : entry.name(),
                state,
                Math.max(1, entry.attempt()),
                state == RunState.RUNNING ? timeline.percent(entry) : Optional.empty(),
                Optional.ofNullable(entry.startTime()),
                Optional.ofNullable(entry.finishTime()),
                failure(ref, timeline, entry, state));
    }

    private Optional<Failure> failure(RunRef ref, Timeline timeline, Timeline.Entry entry, RunState state) {
        return state == RunState.FAILED || state == RunState.PARTLY
                ? timeline.culprit(entry).map(culprit -> errors.explain(ref, culprit))
                : Optional.empty();
    }
}
