package io.slipway.azuredevops;

import io.slipway.alm.Packaged;
import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.alm.Project;
import io.slipway.alm.Run;
import io.slipway.alm.RunRef;
import io.slipway.alm.RunRequest;
import io.slipway.alm.RunState;
import io.slipway.alm.Solution;
import io.slipway.ports.Pipelines;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pipeline runs of Azure DevOps. */
final class AzurePipelines implements Pipelines {

    private static final Logger LOG = LoggerFactory.getLogger(AzurePipelines.class);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final int PAGE = 100;
    private final AzureDevOps azure;
    private final AzureDevOpsProperties settings;
    private final Builds builds;
    private final PipelineIds pipelines;
    private final Packages packages;

    private record Order(Map<String, String> templateParameters, List<String> stagesToSkip, Resources resources) {}

    private record Resources(Map<String, Branch> repositories, Map<String, Version> pipelines) {}

    private record Branch(String refName) {}

    private record Version(String version) {}

    private record Queued(
            int id, @Nullable String name, @Nullable Instant createdDate, Build.@Nullable Links _links) {}

    private record Cancel(String status) {}

    private record Retry(String state, boolean forceRetryAllJobs) {}

    AzurePipelines(AzureDevOps azure, AzureDevOpsProperties settings, Clock clock) {
        this.azure = azure;
        this.settings = settings;
        this.builds = new Builds(azure);
        this.pipelines = new PipelineIds(azure, clock);
        this.packages = new Packages(azure, builds, pipelines, clock);
    }

    @Override
    public Run queue(RunRequest request, Person person) {
        Project project = request.solution().project();
        String pipeline = request.solution().deployPipeline();
        String id = Integer.toString(pipelines.of(project, pipeline));
        Queued queued = azure.post(AzureDevOps.in(project, "pipelines", id, "runs"), person)
                .needing("\"Queue builds\" on the pipeline " + pipeline)
                .json(order(request))
                .as(Queued.class);
        LOG.info(
                "run={} request={} pipeline={} version={} queued",
                queued.id(),
                request.key(),
                pipeline,
                request.version());
        return started(request, queued, person);
    }

    private Order order(RunRequest request) {
        return new Order(
                Map.of(settings.requestParameter(), request.key()),
                request.skippedStages(),
                new Resources(
                        Map.of("self", new Branch(settings.branch())),
                        Map.of(
                                settings.buildResource(),
                                new Version(request.version().toString()))));
    }

    private Run started(RunRequest request, Queued queued, Person person) {
        RunRef ref = new RunRef(request.solution().project(), queued.id());
        Optional<URI> link =
                Optional.ofNullable(queued._links()).map(Build.Links::web).map(Build.Href::href);
        return new Run(
                ref,
                request.solution().deployPipeline(),
                queued.name() == null ? Integer.toString(queued.id()) : queued.name(),
                RunState.PENDING,
                List.of(),
                person.name(),
                Map.of(settings.requestParameter(), request.key()),
                queued.createdDate() == null ? Instant.EPOCH : queued.createdDate(),
                Optional.empty(),
                link.orElseGet(() -> Builds.link(ref)));
    }

    @Override
    public Optional<Run> find(RunRequest request, Instant since) {
        Project project = request.solution().project();
        int pipeline = pipelines.of(project, request.solution().deployPipeline());
        Instant from = since.minus(CLOCKS_DIFFER);
        Optional<Instant> until = Optional.empty();
        while (true) {
            List<Build> page = page(project, pipeline, from, until);
            Optional<Build> ours = page.stream()
                    .filter(build -> request.key().equals(build.parameters().get(settings.requestParameter())))
                    .findFirst();
            if (ours.isPresent()) {
                return Optional.of(builds.read(new RunRef(project, ours.get().id())));
            }
            Optional<Instant> oldest = page.isEmpty()
                    ? Optional.empty()
                    : Optional.of(page.getLast().queued());
            if (page.size() < PAGE || oldest.equals(until)) {
                return Optional.empty();
            }
            until = oldest;
        }
    }

    private List<Build> page(Project project, int pipeline, Instant from, Optional<Instant> until) {
        var address = AzureDevOps.in(project, "build", "builds")
                .query("definitions", pipeline)
                .query("queryOrder", "queueTimeDescending")
                .query("minTime", from)
                .query("$top", PAGE);
        until.ifPresent(instant -> address.query("maxTime", instant));
        return builds.page(address);
    }

    @Override
    public Run read(RunRef run) {
        azure.leaveAlone();
        return builds.read(run);
    }

    @Override
    public void cancel(RunRef run, Person person) {
        azure.patch(AzureDevOps.in(run.project(), "build", "builds", Integer.toString(run.id())), person)
                .needing("\"Stop builds\"")
                .json(new Cancel("cancelling"))
                .repeatable()
                .good();
        LOG.info("run={} person={} cancelling", run.id(), person.id());
    }

    @Override
    public void retry(RunRef run, String stage, Person person) {
        if (stage.isBlank()) {
            throw new Problem.Refused("A rerun needs the name of a stage.");
        }
        azure.patch(
                        AzureDevOps.in(run.project(), "build", "builds", Integer.toString(run.id()), "stages", stage),
                        person)
                .needing("\"Queue builds\"")
                .json(new Retry("retry", false))
                .good();
        LOG.info("run={} stage={} person={} retried", run.id(), stage, person.id());
    }

    @Override
    public List<Packaged> packages(Solution solution) {
        return packages.of(solution);
    }
}
