package io.slipway.sandbox.dataverse;

import io.slipway.sandbox.dataverse.ImportRules.Failure;
import io.slipway.sandbox.http.Json;
import io.slipway.sandbox.world.Faults.ComponentFault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Imports that take their time by the clock: they wait, run, report progress, and end well or badly. */
final class ImportJobs {

    private static final int STEPS = 10;
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final Environment environment;
    private final Rows rows;
    private final Operations operations;
    private final Duration duration;

    ImportJobs(Environment environment, Operations operations, Duration duration) {
        this.environment = environment;
        this.rows = environment.rows();
        this.operations = operations;
        this.duration = duration;
    }

    /**
     * What somebody asked for; written down, so that a restart takes it up again.
     *
     * @param upgrade true when what is no longer in the solution goes away
     * @param overrides component parameters, JSON
     */
    record Request(
            String operationId,
            String jobId,
            boolean upgrade,
            boolean turnOn,
            List<JsonNode> overrides,
            String failComponent,
            String failCode,
            String failText) {}

    /** An import with its file in hand. */
    private record Job(Request request, SolutionFile file, byte[] zip, Instant started) {

        ImportReport report() {
            return new ImportReport(file, started);
        }
    }

    /** Queues an import and gives the id of its operation. */
    String start(byte[] zip, String jobId, boolean upgrade, JsonNode parameters, String userId) {
        SolutionFile file = SolutionReader.read(zip);
        String operationId = operations.queue(
                upgrade ? "Stage and Upgrade" : "Import Solution",
                upgrade ? "StageAndUpgradeAsync" : "ImportSolutionAsync",
                upgrade ? 211 : 203,
                userId);
        addJob(file, jobId, upgrade, userId);
        Request request = request(operationId, jobId, upgrade, parameters);
        environment.store("imports/" + jobId + ".zip", zip);
        environment.store(
                "imports/" + operationId + ".json", Json.write(request).getBytes(StandardCharsets.UTF_8));
        operations.history(operationId, file, upgrade);
        plan(new Job(request, file, zip, environment.instant()));
        return operationId;
    }

    private Request request(String operationId, String jobId, boolean upgrade, JsonNode parameters) {
        List<JsonNode> overrides = new ArrayList<>();
        parameters.path("ComponentParameters").forEach(overrides::add);
        Optional<ComponentFault> fault = environment.faults().takeImportFault();
        return new Request(
                operationId,
                jobId,
                upgrade,
                parameters.path("PublishWorkflows").asBoolean(false),
                overrides,
                fault.map(ComponentFault::component).orElse(""),
                fault.map(ComponentFault::code).orElse(""),
                fault.map(ComponentFault::text).orElse(""));
    }

    private void addJob(SolutionFile file, String jobId, boolean upgrade, String userId) {
        Map<String, @Nullable Object> row = Json.object("importjobid", jobId, "name", "Customizations");
        row.put("solutionname", file.manifest().uniqueName());
        row.put("importcontext", upgrade ? "ImportUpgrade" : "ImportInstall");
        row.put("operationcontext", upgrade ? "Upgrade" : "New");
        row.put("progress", 0.0);
        row.put("data", "");
        row.put("startedon", environment.now());
        row.put("_createdby_value", userId);
        rows.put("importjobs", row);
    }

    /** Takes up what was under way when the sandbox ended. */
    void resume() {
        for (Map<String, @Nullable Object> operation : operations.unfinished()) {
            String id = String.valueOf(operation.get("asyncoperationid"));
            environment
                    .stored("imports/" + id + ".json")
                    .ifPresentOrElse(
                            json -> resume(Json.as(Json.read(new String(json, StandardCharsets.UTF_8)), Request.class)),
                            () -> operations.fail(id, new Failure("0x80044150", "The operation was interrupted.")));
        }
    }

    private void resume(Request request) {
        byte[] zip = environment.stored("imports/" + request.jobId + ".zip").orElseThrow();
        plan(new Job(request, SolutionReader.read(zip), zip, environment.instant()));
    }

    private void plan(Job job) {
        environment.clock().after(WAIT, () -> environment.change(() -> operations.run(job.request.operationId)));
        IntStream.rangeClosed(1, STEPS)
                .forEach(step -> environment
                        .clock()
                        .after(
                                WAIT.plus(duration.multipliedBy(step).dividedBy(STEPS)),
                                () -> environment.change(() -> step(job, step))));
    }

    private void step(Job job, int step) {
        if (!operations.running(job.request.operationId)) {
            return;
        }
        int done = job.file.parts().size() * step / STEPS;
        Optional<Failure> refused =
                step == 1 ? new ImportRules(environment).check(job.file, job.request.upgrade) : Optional.empty();
        if (refused.isPresent()) {
            fail(job, done, "", refused.get());
        } else if (reachedFault(job, done) || step == STEPS && !job.request.failComponent.isEmpty()) {
            fail(job, done, partOfFault(job), new Failure(job.request.failCode, job.request.failText));
        } else if (step == STEPS) {
            succeed(job, done);
        } else {
            progress(job, 100.0 * step / STEPS, job.report().xml(done, environment.instant(), "", Optional.empty()));
        }
    }

    private boolean reachedFault(Job job, int done) {
        return !job.request.failComponent.isEmpty()
                && job.file.parts().stream()
                        .limit(done)
                        .anyMatch(part -> ImportReport.named(part, job.request.failComponent));
    }

    private String partOfFault(Job job) {
        return job.file.parts().stream().anyMatch(part -> ImportReport.named(part, job.request.failComponent))
                ? job.request.failComponent
                : "";
    }

    private void succeed(Job job, int done) {
        new Installer(environment).install(job.file, job.zip, job.request.overrides, job.request.turnOn);
        progress(job, 100.0, job.report().xml(done, environment.instant(), "", Optional.empty()));
        rows.put("importjobs", Json.object("importjobid", job.request.jobId, "completedon", environment.now()));
        operations.succeed(job.request.operationId);
    }

    /** As in the service, the job of a failed import has no {@code completedon}. */
    private void fail(Job job, int done, String part, Failure failure) {
        double reached =
                job.file.parts().isEmpty() ? 0 : 100.0 * done / job.file.parts().size();
        progress(job, reached, job.report().xml(done, environment.instant(), part, Optional.of(failure)));
        operations.fail(job.request.operationId, failure);
    }

    private void progress(Job job, double percent, String data) {
        rows.put("importjobs", Json.object("importjobid", job.request.jobId, "progress", percent, "data", data));
    }
}
