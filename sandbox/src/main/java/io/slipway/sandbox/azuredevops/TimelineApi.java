package io.slipway.sandbox.azuredevops;

import static io.javalin.http.HandlerType.GET;
import static io.slipway.sandbox.azuredevops.ApiVersion.RELEASED;

import io.slipway.sandbox.azuredevops.BuildRun.Log;
import io.slipway.sandbox.azuredevops.Routes.Raw;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What a run did, task by task, and what it left behind. */
final class TimelineApi {

    private final Estate estate;
    private final Artifacts artifacts;

    TimelineApi(Estate estate, Artifacts artifacts) {
        this.estate = estate;
        this.artifacts = artifacts;
    }

    void addTo(Routes routes) {
        routes.project(GET, "/build/builds/{buildId}/timeline", RELEASED, this::timeline)
                .project(GET, "/build/builds/{buildId}/timeline/{timelineId}", RELEASED, this::earlier)
                .project(GET, "/build/builds/{buildId}/logs", RELEASED, this::logs)
                .project(GET, "/build/builds/{buildId}/logs/{logId}", RELEASED, this::log)
                .project(GET, "/build/builds/{buildId}/artifacts", RELEASED, this::artifacts)
                .project(GET, "/pipelines/{pipelineId}/runs/{runId}/logs", RELEASED, this::pipelineLogs)
                .project(GET, "/pipelines/{pipelineId}/runs/{runId}/artifacts", RELEASED, this::pipelineArtifact);
    }

    private Object timeline(Request request) {
        BuildRun run = request.run("buildId");
        // The service answers 204 while a run has not begun.
        return run.status.equals("notStarted") ? null : view(run, run.timelineId(), run.records);
    }

    private Object earlier(Request request) {
        BuildRun run = request.run("buildId");
        String id = request.path("timelineId");
        if (id.equalsIgnoreCase(run.timelineId())) {
            return timeline(request);
        }
        List<TimelineRecord> records = run.earlier.get(id);
        return records == null ? null : view(run, id, records);
    }

    private Object view(BuildRun run, String id, List<TimelineRecord> records) {
        Instant last = records.stream()
                .map(r -> r.lastModified)
                .max(Instant::compareTo)
                .orElse(run.queued);
        return new Body()
                .with("records", records.stream().map(r -> record(run, r)).toList())
                .with("lastChangedBy", People.BUILD_SERVICE.id())
                .with("lastChangedOn", Wire.time(last))
                .with("id", id)
                .with("changeId", records.stream().mapToInt(r -> r.changeId).sum())
                .with("url", builds(run) + "/Timeline/" + id);
    }

    private static Body progress(TimelineRecord r) {
        return new Body()
                .with(
                        "previousAttempts",
                        r.previousAttempts.stream().map(TimelineApi::attempt).toList())
                .with("id", r.id)
                .with("parentId", r.parentId)
                .with("type", r.type)
                .with("name", r.name)
                .with("startTime", Wire.time(r.startTime))
                .with("finishTime", Wire.time(r.finishTime))
                .with("currentOperation", r.currentOperation)
                .with("percentComplete", r.percentComplete)
                .with("state", r.state)
                .with("result", r.result)
                .with("resultCode", null)
                .with("changeId", r.changeId)
                .with("lastModified", Wire.time(r.lastModified))
                .with("workerName", r.workerName)
                .with("order", r.order)
                .with("details", null);
    }

    private Body record(BuildRun run, TimelineRecord r) {
        return progress(r)
                .with("errorCount", count(r, "error"))
                .with("warningCount", count(r, "warning"))
                .when(
                        !r.issues.isEmpty(),
                        "issues",
                        () -> r.issues.stream().map(TimelineApi::issue).toList())
                .with("url", null)
                .with("log", r.logId == null ? null : reference(run, r.logId))
                .with("task", r.taskName == null ? null : task(r))
                .with("attempt", r.attempt)
                .with("identifier", r.identifier);
    }

    private static Body attempt(TimelineRecord.Attempt attempt) {
        return new Body()
                .with("attempt", attempt.attempt())
                .with("timelineId", attempt.timelineId())
                .with("recordId", attempt.recordId());
    }

    private static long count(TimelineRecord r, String type) {
        return r.issues.stream().filter(i -> i.type().equals(type)).count();
    }

    private static Body issue(TimelineRecord.Issue issue) {
        return new Body()
                .with("type", issue.type())
                .with("category", issue.category())
                .with("message", issue.message())
                .with("data", new Body().with("type", issue.type()).with("logFileLineNumber", "6"));
    }

    private static Body task(TimelineRecord r) {
        return new Body()
                .with("id", Names.id("task:" + r.taskName))
                .with("name", r.taskName)
                .with("version", r.taskVersion);
    }

    private Body reference(BuildRun run, int log) {
        return new Body().with("id", log).with("type", "Container").with("url", builds(run) + "/logs/" + log);
    }

    private Object logs(Request request) {
        BuildRun run = request.run("buildId");
        return Wire.list(run.logs.stream().map(log -> log(run, log)).toList());
    }

    private Body log(BuildRun run, Log log) {
        Body view = new Body()
                .with("lineCount", log.lines().size())
                .with("createdOn", Wire.time(log.created()))
                .with("lastChangedOn", Wire.time(log.created()));
        view.putAll(reference(run, log.id()));
        return view;
    }

    /** Plain text as the default, JSON for who asks for it; lines are counted from 0 and the last one is included. */
    private Object log(Request request) {
        BuildRun run = request.run("buildId");
        int id = request.number("logId");
        Log log = run.logs.stream()
                .filter(l -> l.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        404,
                        "Microsoft.TeamFoundation.Build.WebApi.BuildLogNotFoundException",
                        "The log " + id + " of build " + run.id + " could not be found."));
        int from = Math.clamp(request.count("startLine", 0), 0, log.lines().size());
        int to = Math.clamp(
                request.count("endLine", Integer.MAX_VALUE - 1) + 1L,
                from,
                log.lines().size());
        List<String> lines = log.lines().subList(from, to);
        if (String.valueOf(request.http().header("Accept")).contains("application/json")) {
            return Wire.list(List.copyOf(lines));
        }
        return new Raw("text/plain", String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private Object artifacts(Request request) {
        BuildRun run = request.run("buildId");
        String name = request.query("artifactName").orElse("");
        if (name.isEmpty()) {
            return Wire.list(run.artifacts.stream().map(a -> artifact(run, a)).toList());
        }
        if (!run.artifacts.contains(name)) {
            throw new Refusal(
                    404,
                    "Microsoft.TeamFoundation.Build.WebApi.ArtifactNotFoundException",
                    "The artifact " + name + " was not found for build " + run.id + ".");
        }
        boolean zip = request.query("$format").orElse("").equalsIgnoreCase("zip")
                || String.valueOf(request.http().header("Accept")).contains("application/zip");
        return zip ? new Raw("application/zip", artifacts.download(run.id).orElseThrow()) : artifact(run, name);
    }

    private Body artifact(BuildRun run, String name) {
        String url = builds(run) + "/artifacts?artifactName=" + name + "&api-version=7.1";
        return new Body()
                .with("id", run.id * 10 + 1)
                .with("name", name)
                .with("source", Names.id("job:" + run.id))
                .with(
                        "resource",
                        new Body()
                                .with("type", "PipelineArtifact")
                                .with(
                                        "data",
                                        Names.id("blob:" + run.id)
                                                .replace("-", "")
                                                .toUpperCase(Locale.ROOT))
                                .with(
                                        "properties",
                                        new Body()
                                                .with("RootId", "")
                                                .with("artifactsize", "65536")
                                                .with("HashType", "DEDUP1024K"))
                                .with("url", url)
                                .with("downloadUrl", url + "&%24format=zip"));
    }

    private Object pipelineLogs(Request request) {
        BuildRun run = request.run("runId");
        return new Body()
                .with(
                        "logs",
                        run.logs.stream()
                                .map(l -> new Body()
                                        .with("id", l.id())
                                        .with("createdOn", Wire.time(l.created()))
                                        .with("lastChangedOn", Wire.time(l.created()))
                                        .with("lineCount", l.lines().size())
                                        .with("url", builds(run) + "/logs/" + l.id()))
                                .toList())
                .with("url", estate.projectApi() + "/pipelines/" + run.pipeline + "/runs/" + run.id + "/logs");
    }

    private Object pipelineArtifact(Request request) {
        BuildRun run = request.run("runId");
        String name = request.query("artifactName").orElseThrow(() -> Refusal.nullArgument("artifactName"));
        if (!run.artifacts.contains(name)) {
            throw new Refusal(
                    404,
                    "Microsoft.Azure.Pipelines.WebApi.ArtifactNotFoundException",
                    "Artifact " + name + " was not found for run " + run.id + ".");
        }
        return new Body()
                .with("name", name)
                .with(
                        "url",
                        estate.projectApi() + "/pipelines/" + run.pipeline + "/runs/" + run.id
                                + "/artifacts?artifactName=" + name)
                .with(
                        "signedContent",
                        new Body()
                                .with(
                                        "url",
                                        builds(run) + "/artifacts?artifactName=" + name
                                                + "&%24format=zip&api-version=7.1"));
    }

    private String builds(BuildRun run) {
        return estate.projectApi() + "/build/builds/" + run.id;
    }
}
