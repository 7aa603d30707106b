package io.slipway.sandbox.azuredevops;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.PUT;
import static io.slipway.sandbox.azuredevops.ApiVersion.RELEASED;

import io.slipway.sandbox.azuredevops.People.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Builds, which is what the older API calls runs. */
final class BuildsApi {

    private final Estate estate;
    private final Engine engine;
    private final RunViews views;
    private final GitViews git;

    BuildsApi(Estate estate, Engine engine) {
        this.estate = estate;
        this.engine = engine;
        this.views = new RunViews(estate);
        this.git = new GitViews(estate);
    }

    void addTo(Routes routes) {
        routes.project(GET, "/build/definitions", RELEASED, this::definitions)
                .project(GET, "/build/definitions/{definitionId}", RELEASED, this::definition)
                .project(GET, "/build/builds", RELEASED, r -> BuildQuery.of(r).answer(views))
                .project(GET, "/build/builds/{buildId}", RELEASED, r -> views.build(r.run("buildId")))
                .project(PATCH, "/build/builds/{buildId}", RELEASED, this::update)
                .project(PATCH, "/build/builds/{buildId}/stages/{stage}", RELEASED, this::stage)
                .project(GET, "/build/builds/{buildId}/changes", RELEASED, this::changes)
                .project(GET, "/build/builds/{buildId}/workitems", RELEASED, r -> {
                    r.run("buildId");
                    return Wire.list(List.of());
                })
                .project(GET, "/build/builds/{buildId}/tags", RELEASED, r -> tags(r.run("buildId")))
                .project(PUT, "/build/builds/{buildId}/tags/{tag}", RELEASED, this::tag)
                .project(DELETE, "/build/builds/{buildId}/tags/{tag}", RELEASED, this::untag);
    }

    private Object definitions(Request request) {
        String name = request.query("name").orElse("");
        return Wire.list(Names.PIPELINES.stream()
                .filter(p -> name.isEmpty() || p.name().equalsIgnoreCase(name))
                .map(views::definition)
                .toList());
    }

    private Object definition(Request request) {
        int id = request.number("definitionId");
        Names.Pipeline pipeline = Names.pipeline(id)
                .orElseThrow(() -> new Refusal(
                        404,
                        "Microsoft.TeamFoundation.Build.WebApi.DefinitionNotFoundException",
                        "Definition " + id + " was not found."));
        Body view = views.definition(pipeline);
        view.put("process", new Body().with("yamlFilename", pipeline.path()).with("type", 2));
        view.put(
                "_links",
                new Body().with("web", Wire.href(views.definitionWeb(id))).with("self", Wire.href((String)
                        view.get("url"))));
        return view;
    }

    private Object update(Request request) {
        BuildRun run = request.run("buildId");
        JsonNode body = request.json();
        if (Wire.text(body, "status").equalsIgnoreCase("cancelling")) {
            Names.Pipeline pipeline = Names.pipeline(run.pipeline).orElseThrow();
            request.need(Right.STOP_BUILDS, "build pipeline " + pipeline.id() + ":" + pipeline.name());
            if (run.completed()) {
                throw new Refusal(
                        400,
                        "Microsoft.TeamFoundation.Build.WebApi.BuildStatusInvalidChangeException",
                        "The status of the build " + run.number + " cannot be changed: it has completed.");
            }
            engine.cancel(run, request.caller());
        } else if (!Wire.text(body, "status").isEmpty()) {
            throw Refusal.badRequest("The only status that a build can be given is 'cancelling'.");
        }
        return views.build(run);
    }

    private Object stage(Request request) {
        BuildRun run = request.run("buildId");
        Names.Pipeline pipeline = Names.pipeline(run.pipeline).orElseThrow();
        JsonNode body = request.json();
        TimelineRecord stage = run.stage(request.path("stage"))
                .orElseThrow(() -> new Refusal(
                        404,
                        "Microsoft.TeamFoundation.Build.WebApi.StageNotFoundException",
                        "Stage '" + request.path("stage") + "' was not found in build " + run.id + "."));
        switch (Wire.text(body, "state").toLowerCase(Locale.ROOT)) {
            case "cancel" -> {
                request.need(Right.STOP_BUILDS, "build pipeline " + pipeline.id() + ":" + pipeline.name());
                engine.cancelStage(run, stage);
            }
            case "retry" -> {
                request.need(Right.QUEUE_BUILDS, "build pipeline " + pipeline.id() + ":" + pipeline.name());
                retry(run, stage, body);
            }
            default -> throw Refusal.badRequest("The state of a stage can be changed to 'cancel' or 'retry'.");
        }
        return null;
    }

    private void retry(BuildRun run, TimelineRecord stage, JsonNode body) {
        boolean all = body.path("forceRetryAllJobs").asBoolean(false);
        if (!stage.completed() || (stage.succeeded() && !all) || "skipped".equals(stage.result)) {
            throw new Refusal(
                    400,
                    "Microsoft.TeamFoundation.Build.WebApi.InvalidStageUpdateException",
                    "Stage '" + stage.identifier + "' cannot be retried in its present state.");
        }
        engine.retry(run, stage, all, body.path("retryDependencies").asBoolean(true));
    }

    private Object changes(Request request) {
        BuildRun run = request.run("buildId");
        return Wire.list(estate.git.commit(run.commit).map(git::change).stream().toList());
    }

    private Object tag(Request request) {
        BuildRun run = request.run("buildId");
        run.tags.add(request.path("tag"));
        estate.save(run);
        return tags(run);
    }

    private Object untag(Request request) {
        BuildRun run = request.run("buildId");
        run.tags.remove(request.path("tag"));
        estate.save(run);
        return tags(run);
    }

    private static Object tags(BuildRun run) {
        return Wire.list(new ArrayList<>(run.tags));
    }
}
