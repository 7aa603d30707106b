package io.slipway.sandbox.azuredevops;

import static io.javalin.http.HandlerType.GET;
import static io.slipway.sandbox.azuredevops.ApiVersion.PREVIEW;
import static io.slipway.sandbox.azuredevops.ApiVersion.RELEASED;

import java.util.Comparator;
import java.util.List;

/** Environments, and who deployed what to them. */
final class EnvironmentsApi {

    private final Estate estate;
    private final RunViews views;

    EnvironmentsApi(Estate estate) {
        this.estate = estate;
        this.views = new RunViews(estate);
    }

    void addTo(Routes routes) {
        add(routes, "/distributedtask/environments", RELEASED);
        add(routes, "/pipelines/environments", PREVIEW);
    }

    private void add(Routes routes, String path, String released) {
        routes.project(GET, path, released, this::list)
                .project(GET, path + "/{environmentId}", released, r -> environment(find(r)))
                .project(GET, path + "/{environmentId}/environmentdeploymentrecords", released, this::records);
    }

    private Object list(Request request) {
        String name = request.query("name").orElse("");
        return Wire.list(Names.ENVIRONMENTS.stream()
                .filter(e -> name.isEmpty() || e.name().equalsIgnoreCase(name))
                .map(this::environment)
                .toList());
    }

    private static Names.Environment find(Request request) {
        int id = request.number("environmentId");
        return Names.environment(id)
                .orElseThrow(() -> new Refusal(
                        404,
                        "Microsoft.TeamFoundation.DistributedTask.WebApi.EnvironmentNotFoundException",
                        "Environment with ID " + id + " does not exist or has been deleted."));
    }

    private Body environment(Names.Environment environment) {
        Body creator =
                views.ref(estate.checks.isEmpty() ? People.BUILD_SERVICE.id() : estate.checks.getFirst().createdBy);
        return new Body()
                .with("id", environment.id())
                .with("name", environment.name())
                .with("description", "")
                .with("createdBy", creator)
                .with("createdOn", "2026-01-12T08:00:00.000Z")
                .with("lastModifiedBy", creator)
                .with("lastModifiedOn", "2026-01-12T08:00:00.000Z")
                .with("resources", List.of())
                .with("project", new Body().with("id", Names.PROJECT_ID).with("name", Names.PROJECT));
    }

    private Object records(Request request) {
        int environment = find(request).id();
        int top = request.count("top", request.count("$top", 100));
        int after = request.count("continuationToken", Integer.MAX_VALUE);
        List<Deployment> found = estate.deployments.stream()
                .filter(d -> d.environment() == environment && d.id() < after)
                .sorted(Comparator.comparingInt(Deployment::id).reversed())
                .limit(top)
                .toList();
        if (found.size() == top && top > 0) {
            request.http()
                    .header(
                            "x-ms-continuationtoken",
                            String.valueOf(found.getLast().id()));
        }
        return Wire.list(found.stream().map(this::record).toList());
    }

    private Body record(Deployment deployment) {
        BuildRun run = estate.run(deployment.run()).orElseThrow();
        Names.Pipeline pipeline = Names.pipeline(run.pipeline).orElseThrow();
        return new Body()
                .with("id", deployment.id())
                .with("requestIdentifier", run.id + "-" + deployment.stage() + "-" + deployment.attempt())
                .with("environmentId", deployment.environment())
                .with("serviceOwner", Names.id("service:tfs"))
                .with("scopeId", Names.PROJECT_ID)
                .with("planType", "Build")
                .with("planId", run.planId())
                .with("stageName", deployment.stage())
                .with("jobName", deployment.job())
                .with("stageAttempt", deployment.attempt())
                .with("jobAttempt", deployment.attempt())
                .with("definition", owner(pipeline.id(), pipeline.name(), views.definitionWeb(pipeline.id())))
                .with("owner", owner(run.id, run.number, estate.webOf(run)))
                .with("result", deployment.result())
                .with("queueTime", Wire.time(deployment.queued()))
                .with("startTime", Wire.time(deployment.started()))
                .with("finishTime", Wire.time(deployment.finished()));
    }

    private static Body owner(int id, String name, String web) {
        return new Body()
                .with("_links", new Body().with("web", Wire.href(web)))
                .with("id", id)
                .with("name", name);
    }
}
