package io.slipway.azuredevops;

import io.slipway.alm.Packaged;
import io.slipway.alm.Project;
import io.slipway.alm.RunRef;
import io.slipway.alm.Solution;
import io.slipway.alm.SolutionVersion;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the versions of a solution that a build made and whose artifact has not been tidied away. */
final class Packages {

    private static final int MOST = 50;
    private static final Duration SPAN = Duration.ofMinutes(2);
    private final AzureDevOps azure;
    private final Builds builds;
    private final PipelineIds pipelines;
    private final Remembered<RunRef, Boolean> artifacts;

    private record Artifacts(@Nullable List<Artifact> value) {}

    private record Artifact(@Nullable String name) {}

    Packages(AzureDevOps azure, Builds builds, PipelineIds pipelines, Clock clock) {
        this.azure = azure;
        this.builds = builds;
        this.pipelines = pipelines;
        this.artifacts = new Remembered<>(SPAN, clock);
    }

    List<Packaged> of(Solution solution) {
        Project project = solution.project();
        List<Build> good = builds.page(AzureDevOps.in(project, "build", "builds")
                .query("definitions", pipelines.of(project, solution.buildPipeline()))
                .query("statusFilter", "completed")
                .query("resultFilter", "succeeded")
                .query("queryOrder", "finishTimeDescending")
                .query("$top", MOST));
        Map<SolutionVersion, Packaged> newest = new LinkedHashMap<>();
        SideBySide.ask(good, build -> packaged(project, build)).stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Packaged::made).reversed())
                .forEach(found -> newest.putIfAbsent(found.version(), found));
        return List.copyOf(newest.values());
    }

    private Optional<Packaged> packaged(Project project, Build build) {
        RunRef run = new RunRef(project, build.id());
        return build.version()
                .filter(version -> artifacts.get(run, () -> kept(run)))
                .map(version -> new Packaged(
                        version,
                        run,
                        build.branch(),
                        Optional.ofNullable(build.finishTime()).orElse(build.queued()),
                        build.link().orElseGet(() -> Builds.link(run))));
    }

    private boolean kept(RunRef run) {
        return azure.read(AzureDevOps.in(run.project(), "build", "builds", Integer.toString(run.id()), "artifacts"))
                .find(Artifacts.class)
                .filter(found -> found.value() != null && !found.value().isEmpty())
                .isPresent();
    }
}
