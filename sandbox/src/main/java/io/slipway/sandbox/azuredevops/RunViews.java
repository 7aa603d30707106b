package io.slipway.sandbox.azuredevops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** A run as the pipelines API shows it, and as the build API does. */
final class RunViews {

    private final Estate estate;

    RunViews(Estate estate) {
        this.estate = estate;
    }

    Body pipeline(Names.Pipeline pipeline) {
        return new Body()
                .with("url", estate.projectApi() + "/pipelines/" + pipeline.id() + "?revision=1")
                .with("id", pipeline.id())
                .with("revision", 1)
                .with("name", pipeline.name())
                .with("folder", "\\");
    }

    Body run(BuildRun run) {
        Names.Pipeline pipeline = Names.pipeline(run.pipeline).orElseThrow();
        String url = estate.projectApi() + "/pipelines/" + run.pipeline + "/runs/" + run.id;
        Body view = new Body()
                .with(
                        "_links",
                        new Body()
                                .with("self", Wire.href(url))
                                .with("web", Wire.href(estate.webOf(run)))
                                .with("pipeline.web", Wire.href(definitionWeb(run.pipeline)))
                                .with(
                                        "pipeline",
                                        Wire.href(estate.projectApi() + "/pipelines/" + run.pipeline + "?revision=1")))
                .with("templateParameters", new LinkedHashMap<>(run.parameters))
                .with("pipeline", pipeline(pipeline))
                .with("state", runState(run));
        if (run.completed()) {
            view.put("result", run.result);
        }
        view.put("createdDate", Wire.time(run.queued));
        if (run.completed()) {
            view.put("finishedDate", Wire.time(run.finished));
        }
        view.put("url", url);
        view.put("resources", resources(run));
        view.put("id", run.id);
        view.put("name", run.number);
        return view;
    }

    private Body resources(BuildRun run) {
        Body resources = new Body()
                .with(
                        "repositories",
                        new Body()
                                .with(
                                        "self",
                                        new Body()
                                                .with(
                                                        "repository",
                                                        new Body()
                                                                .with("id", Names.REPOSITORY_ID)
                                                                .with("type", "azureReposGit"))
                                                .with("refName", run.branch)
                                                .with("version", run.commit)));
        if (!run.consumed.isEmpty()) {
            Body pipelines = new Body();
            run.consumed.forEach((alias, id) -> estate.run(id)
                    .ifPresent(source -> pipelines.put(
                            alias,
                            new Body()
                                    .with(
                                            "pipeline",
                                            pipeline(Names.pipeline(source.pipeline)
                                                    .orElseThrow()))
                                    .with("version", source.number))));
            resources.put("pipelines", pipelines);
        }
        return resources;
    }

    static String runState(BuildRun run) {
        return switch (run.status) {
            case "completed" -> "completed";
            case "cancelling" -> "canceling";
            default -> "inProgress";
        };
    }

    Body build(BuildRun run) {
        String url = estate.projectApi() + "/build/Builds/" + run.id;
        Body view = new Body()
                .with(
                        "_links",
                        new Body()
                                .with("self", Wire.href(url))
                                .with("web", Wire.href(estate.webOf(run)))
                                .with("sourceVersionDisplayUri", Wire.href(url + "/sources"))
                                .with("timeline", Wire.href(url + "/Timeline"))
                                .with("badge", Wire.href(estate.projectApi() + "/build/status/" + run.pipeline)))
                .with("properties", new Body())
                .with("tags", new ArrayList<>(run.tags))
                .with("validationResults", new ArrayList<>())
                .with("plans", List.of(new Body().with("planId", run.planId())))
                .with("triggerInfo", new Body())
                .with("id", run.id)
                .with("buildNumber", run.number)
                .with("status", run.status);
        if (run.completed()) {
            view.put("result", run.result);
        }
        times(view, run);
        origins(view, run, url);
        return view;
    }

    private static void times(Body view, BuildRun run) {
        view.put("queueTime", Wire.time(run.queued));
        if (run.started != null) {
            view.put("startTime", Wire.time(run.started));
        }
        if (run.finished != null) {
            view.put("finishTime", Wire.time(run.finished));
        }
    }

    private void origins(Body view, BuildRun run, String url) {
        Body requester = ref(run.requestedFor);
        view.put("url", url);
        view.put("definition", definition(Names.pipeline(run.pipeline).orElseThrow()));
        view.put("buildNumberRevision", run.revision);
        view.put("project", project());
        view.put("uri", "vstfs:///Build/Build/" + run.id);
        view.put("sourceBranch", run.branch);
        view.put("sourceVersion", run.commit);
        view.put("queue", new Body().with("id", 9).with("name", "Azure Pipelines"));
        view.put("priority", "normal");
        view.put("reason", "manual");
        view.put("requestedFor", requester);
        view.put("requestedBy", requester);
        view.put("lastChangedDate", Wire.time(run.changed));
        view.put("lastChangedBy", ref(run.changedBy.isEmpty() ? People.BUILD_SERVICE.id() : run.changedBy));
        view.put("parameters", null);
        view.put("templateParameters", new LinkedHashMap<>(run.parameters));
        view.put("orchestrationPlan", new Body().with("planId", run.planId()));
        view.put("logs", new Body().with("id", 0).with("type", "Container").with("url", url + "/logs"));
        view.put("repository", repository());
        view.put("retainedByRelease", false);
        view.put("triggeredByBuild", null);
        view.put("appendCommitMessageToRunName", true);
    }

    private Body repository() {
        return new Body()
                .with("id", Names.REPOSITORY_ID)
                .with("type", "TfsGit")
                .with("name", Names.REPOSITORY)
                .with("url", estate.organization() + "/" + Names.PROJECT + "/_git/" + Names.REPOSITORY)
                .with("clean", null)
                .with("checkoutSubmodules", false);
    }

    Body definition(Names.Pipeline pipeline) {
        return new Body()
                .with("drafts", new ArrayList<>())
                .with("id", pipeline.id())
                .with("name", pipeline.name())
                .with("url", estate.projectApi() + "/build/Definitions/" + pipeline.id() + "?revision=1")
                .with("uri", "vstfs:///Build/Definition/" + pipeline.id())
                .with("path", "\\")
                .with("type", "build")
                .with("queueStatus", "enabled")
                .with("revision", 1)
                .with("project", project());
    }

    Body project() {
        return new Body()
                .with("id", Names.PROJECT_ID)
                .with("name", Names.PROJECT)
                .with("url", estate.organization() + "/_apis/projects/" + Names.PROJECT_ID)
                .with("state", "wellFormed")
                .with("revision", 11)
                .with("visibility", "private")
                .with("lastUpdateTime", "2026-01-12T08:00:00.000Z");
    }

    String definitionWeb(int pipeline) {
        return estate.organization() + "/" + Names.PROJECT + "/_build/definition?definitionId=" + pipeline;
    }

    Body ref(String identity) {
        return estate.people.get(identity).ref(estate.organization());
    }
}
