package io.slipway.sandbox.azuredevops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stage, phase, job, task or check of a run, as its timeline shows it. It changes while the run goes on. */
final class TimelineRecord {

    String id = "";

    @Nullable
    String parentId;

    String type = "";
    String name = "";
    String identifier = "";
    String state = "pending";

    @Nullable
    String result;

    @Nullable
    Instant startTime;

    @Nullable
    Instant finishTime;

    Instant lastModified = Instant.EPOCH;
    int order;
    int changeId;
    int attempt = 1;

    @Nullable
    Integer percentComplete;

    @Nullable
    String currentOperation;

    @Nullable
    String workerName;

    @Nullable
    Integer logId;

    @Nullable
    String taskName;

    @Nullable
    String taskVersion;

    List<Issue> issues = new ArrayList<>();
    List<Attempt> previousAttempts = new ArrayList<>();
    /** Index of the step in its job, -1 for what is no step. */
    int step = -1;
    /** The import that this task waits for, once it has begun. */
    @Nullable
    String asyncOperation;

    @Nullable
    String importJob;

    /** An error or a warning. */
    record Issue(String type, String category, String message) {}

    /** An earlier try, which now lies in another timeline. */
    record Attempt(int attempt, String timelineId, String recordId) {}

    boolean is(String wantedType) {
        return type.equals(wantedType);
    }

    boolean pending() {
        return state.equals("pending");
    }

    boolean inProgress() {
        return state.equals("inProgress");
    }

    boolean completed() {
        return state.equals("completed");
    }

    boolean succeeded() {
        return completed() && ("succeeded".equals(result) || "succeededWithIssues".equals(result));
    }

    void begin(Instant now) {
        state = "inProgress";
        startTime = now;
        touch(now);
    }

    void complete(String how, Instant now) {
        state = "completed";
        result = how;
        finishTime = now;
        currentOperation = null;
        if (!how.equals("skipped") && startTime == null) {
            startTime = now;
        }
        touch(now);
    }

    void touch(Instant now) {
        lastModified = now;
        changeId++;
    }
}
