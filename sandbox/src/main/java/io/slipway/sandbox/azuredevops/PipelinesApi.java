package io.slipway.sandbox.azuredevops;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static io.slipway.sandbox.azuredevops.ApiVersion.RELEASED;

import io.slipway.sandbox.azuredevops.People.Right;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Pipelines and their runs: the newer of the two APIs. */
final class PipelinesApi {

    private static final int MOST = 10_000;

    private final Estate estate;
    private final Engine engine;
    private final RunViews views;
    private final Queueing queueing;

    PipelinesApi(Estate estate, Engine engine) {
        this.estate = estate;
        this.engine = engine;
        this.views = new RunViews(estate);
        this.queueing = new Queueing(estate);
    }

    void addTo(Routes routes) {
        routes.project(GET, "/pipelines", RELEASED, this::list)
                .project(GET, "/pipelines/{pipelineId}", RELEASED, this::get)
                .project(GET, "/pipelines/{pipelineId}/runs", RELEASED, this::runs)
                .project(POST, "/pipelines/{pipelineId}/runs", RELEASED, this::queue)
                .project(POST, "/pipelines/{pipelineId}/preview", RELEASED, this::preview)
                .project(GET, "/pipelines/{pipelineId}/runs/{runId}", RELEASED, this::run);
    }

    private Object list(Request request) {
        return Wire.list(Names.PIPELINES.stream().map(this::full).toList());
    }

    private Object get(Request request) {
        Body pipeline = full(pipeline(request));
        pipeline.put(
                "configuration",
                new Body()
                        .with("path", pipeline(request).path())
                        .with(
                                "repository",
                                new Body().with("id", Names.REPOSITORY_ID).with("type", "azureReposGit"))
                        .with("type", "yaml"));
        return pipeline;
    }

    private Body full(Names.Pipeline pipeline) {
        Body view = views.pipeline(pipeline);
        view.put(
                "_links",
                new Body()
                        .with("self", Wire.href(String.valueOf(view.get("url"))))
                        .with("web", Wire.href(views.definitionWeb(pipeline.id()))));
        return view;
    }

    private Object runs(Request request) {
        int pipeline = pipeline(request).id();
        List<Body> runs = estate.runs.descendingMap().values().stream()
                .filter(r -> r.pipeline == pipeline)
                .limit(MOST)
                .map(views::run)
                .toList();
        return Wire.list(runs);
    }

    private Object run(Request request) {
        int pipeline = pipeline(request).id();
        return estate.run(request.number("runId"))
                .filter(r -> r.pipeline == pipeline)
                .map(views::run)
                .orElseThrow(() -> new Refusal(
                        404,
                        "Microsoft.Azure.Pipelines.WebApi.RunNotFoundException",
                        "Run " + request.path("runId") + " of pipeline " + pipeline + " was not found."));
    }

    private Object queue(Request request) {
        Names.Pipeline pipeline = pipeline(request);
        JsonNode body = request.json();
        request.need(Right.QUEUE_BUILDS, "build pipeline " + pipeline.id() + ":" + pipeline.name());
        BuildRun run = queueing.prepare(pipeline, body, request.caller());
        if (body.path("previewRun").asBoolean(false)) {
            return finalYaml(run);
        }
        queueing.queue(run);
        engine.queued(run);
        return views.run(run);
    }

    private Object preview(Request request) {
        Names.Pipeline pipeline = pipeline(request);
        request.need(Right.QUEUE_BUILDS, "build pipeline " + pipeline.id() + ":" + pipeline.name());
        return finalYaml(queueing.prepare(pipeline, request.json(), request.caller()));
    }

    private Object finalYaml(BuildRun run) {
        return new Body().with("id", -1).with("finalYaml", run.yaml);
    }

    private static Names.Pipeline pipeline(Request request) {
        int id = request.number("pipelineId");
        return Names.pipeline(id)
                .orElseThrow(() -> new Refusal(
                        404,
                        "Microsoft.Azure.Pipelines.WebApi.PipelineNotFoundException",
                        "Pipeline with ID " + id + " was not found."));
    }
}
