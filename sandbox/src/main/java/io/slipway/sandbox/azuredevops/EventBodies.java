package io.slipway.sandbox.azuredevops;

import java.util.List;
import java.util.Map;

/** Bodies of events as they really arrive, which is not in all parts as the samples of the documentation are. */
final class EventBodies {

    private final Estate estate;
    private final RunViews runs;
    private final ApprovalViews approvals;

    EventBodies(Estate estate) {
        this.estate = estate;
        this.runs = new RunViews(estate);
        this.approvals = new ApprovalViews(estate);
    }

    Body run(BuildRun run, String state) {
        Body view = runs.run(run).with("state", state);
        Body resource = new Body()
                .with("run", view)
                .with("pipeline", runs.pipeline(Names.pipeline(run.pipeline).orElseThrow()))
                .with("requestedFor", runs.ref(run.requestedFor))
                .with("requestedBy", runs.ref(run.requestedFor))
                .with("projectId", Names.PROJECT_ID);
        return event(
                EventType.RUN, "Run " + run.number + " " + said(state, run.result) + ".", estate.webOf(run), resource);
    }

    Body build(BuildRun run) {
        String text = "Build " + run.number + " " + said("completed", run.result);
        return event(EventType.BUILD, text, estate.webOf(run), runs.build(run));
    }

    /** A stage that waits for a check is pending in the timeline and waiting in events. */
    String stageState(BuildRun run, TimelineRecord stage) {
        if (stage.pending()) {
            boolean waits = run.children(stage).stream().anyMatch(r -> r.is("Checkpoint") && r.inProgress());
            return waits ? "waiting" : "notStarted";
        }
        return stage.completed() ? "completed" : "running";
    }

    /** A stage whose approval was refused is failed in the timeline and rejected in events. */
    String stageResult(BuildRun run, TimelineRecord stage) {
        boolean refused = run.children(stage).stream().anyMatch(r -> r.is("Checkpoint") && "failed".equals(r.result));
        return refused ? "rejected" : String.valueOf(stage.result);
    }

    Body stage(BuildRun run, TimelineRecord stage, String state, String result) {
        Body view = new Body()
                .with("_links", links(run))
                .with("id", stage.id)
                .with("name", stage.identifier)
                .with("displayName", stage.name)
                .with("attempt", stage.attempt)
                .with("state", state)
                .when(state.equals("completed"), "result", () -> result);
        Body resource = new Body()
                .with("stage", view)
                .with("run", runs.run(run))
                .with("pipeline", runs.pipeline(Names.pipeline(run.pipeline).orElseThrow()))
                .with("projectId", Names.PROJECT_ID);
        String text = "Run " + run.number + " stage " + stage.name + " " + said(state, result) + ".";
        return event(EventType.STAGE, text, estate.webOf(run), resource);
    }

    Body job(BuildRun run, TimelineRecord job, String state) {
        TimelineRecord stage = run.parent(run.parent(job));
        Body view = new Body()
                .with("_links", links(run))
                .with("id", job.id)
                .with("name", job.name)
                .with("attempt", job.attempt)
                .with("state", state)
                .when(state.equals("completed"), "result", () -> job.result);
        Body resource = new Body()
                .with("job", view)
                .with("stage", new Body().with("id", stage.id).with("name", stage.identifier))
                .with("run", runs.run(run))
                .with("pipeline", runs.pipeline(Names.pipeline(run.pipeline).orElseThrow()))
                .with("projectId", Names.PROJECT_ID);
        String text = "Run " + run.number + " job " + job.name + " " + said(state, job.result) + ".";
        return event(EventType.JOB, text, estate.webOf(run), resource);
    }

    Body approval(EventType type, Approval approval) {
        BuildRun run = estate.run(approval.run).orElseThrow();
        Names.Pipeline pipeline = Names.pipeline(run.pipeline).orElseThrow();
        Names.Environment environment = Names.environment(approval.environment).orElseThrow();
        TimelineRecord stage = run.stage(approval.stage).orElseThrow();
        Body resource = new Body()
                .with("approval", approvals.approval(approval, People.BUILD_SERVICE, true, false))
                .with("approvalId", approval.id)
                .with("projectId", Names.PROJECT_ID)
                .with("pipeline", new Body().with("id", pipeline.id()).with("name", pipeline.name()))
                .with("stage", new Body().with("id", stage.id).with("name", stage.identifier))
                .with("run", approvalRun(run))
                .with(
                        "resource",
                        new Body()
                                .with("id", String.valueOf(environment.id()))
                                .with("name", environment.name())
                                .with("resourceType", "environment"))
                .with("id", 0)
                .with("url", null)
                .with("stageName", approval.stage)
                .with("attemptId", approval.attempt);
        String word = type == EventType.APPROVAL_PENDING ? "pending" : "completed";
        String text = "Approval " + word + " for deployment of pipeline " + run.number + " to environment "
                + environment.name() + ".";
        return event(type, text, estate.webOf(run), resource);
    }

    /** Here the requester is a name and nothing more. */
    private Body approvalRun(BuildRun run) {
        return new Body()
                .with("id", run.id)
                .with("name", run.number)
                .with("requestedFor", estate.people.get(run.requestedFor).name())
                .with("runReason", "manual")
                .with("_links", links(run));
    }

    Body push(Push push) {
        GitViews git = new GitViews(estate);
        Body resource = new Body()
                .with(
                        "commits",
                        estate.git.commit(push.after()).map(git::commit).stream()
                                .toList())
                .with(
                        "refUpdates",
                        List.of(new Body()
                                .with("name", push.ref())
                                .with("oldObjectId", push.before())
                                .with("newObjectId", push.after())))
                .with("repository", git.repository())
                .with("pushedBy", push.by().ref(estate.organization()))
                .with("pushId", push.id())
                .with("date", Wire.time(push.at()))
                .with("url", git.repositoryUrl() + "/pushes/" + push.id());
        String text = push.by().name() + " pushed updates to " + push.ref() + " of " + Names.REPOSITORY + ".";
        return event(EventType.PUSH, text, git.remoteUrl(), resource);
    }

    private Body links(BuildRun run) {
        return new Body()
                .with("web", Wire.href(estate.webOf(run)))
                .with("pipeline.web", Wire.href(runs.definitionWeb(run.pipeline)));
    }

    private static String said(String state, Object result) {
        return state.equals("completed") ? String.valueOf(result) : state;
    }

    private Body event(EventType type, String text, String web, Map<String, Object> resource) {
        Body message = new Body()
                .with("text", text)
                .with("html", "<a href=\"" + web + "\">" + text + "</a>")
                .with("markdown", "[" + text + "](" + web + ")");
        Body containers = new Body()
                .with("collection", container(Names.COLLECTION_ID))
                .with("account", container(Names.COLLECTION_ID))
                .when(type.namesProject(), "project", () -> container(Names.PROJECT_ID));
        return new Body()
                .with("id", "")
                .with("eventType", type.type())
                .with("publisherId", type.publisher())
                .with("message", message)
                .with("detailedMessage", message)
                .with("resource", resource)
                .with("resourceVersion", type.version())
                .with("resourceContainers", containers)
                .with("createdDate", Wire.time(estate.now()));
    }

    private Body container(String id) {
        return new Body().with("id", id).with("baseUrl", estate.organization() + "/");
    }
}
