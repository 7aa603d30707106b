package io.slipway.sandbox.azuredevops;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run of a pipeline, which the build API calls a build. It is changed under the lock of the {@link Estate} only. */
final class BuildRun {

    int id;
    int pipeline;
    String number = "";
    int revision;
    String status = "notStarted";

    @Nullable
    String result;

    Instant queued = Instant.EPOCH;

    @Nullable
    Instant started;

    @Nullable
    Instant finished;

    Instant changed = Instant.EPOCH;
    String requestedFor = "";
    String changedBy = "";
    String branch = Names.MAIN;
    String commit = "";
    Map<String, String> parameters = new LinkedHashMap<>();
    /** For each pipeline resource, the id of the run whose artifacts are used. */
    Map<String, Integer> consumed = new LinkedHashMap<>();

    List<String> skippedStages = new ArrayList<>();
    TreeSet<String> tags = new TreeSet<>();
    String yaml = "";
    List<TimelineRecord> records = new ArrayList<>();
    /** Records of earlier attempts by the timeline they lie in. */
    Map<String, List<TimelineRecord>> earlier = new LinkedHashMap<>();

    List<Log> logs = new ArrayList<>();
    List<String> artifacts = new ArrayList<>();

    /** Lines of one task. */
    record Log(int id, Instant created, List<String> lines) {}

    String timelineId() {
        return Names.id("timeline:" + id);
    }

    String planId() {
        return Names.id("plan:" + id);
    }

    boolean completed() {
        return status.equals("completed");
    }

    Stream<TimelineRecord> stages() {
        return records.stream().filter(r -> r.is("Stage"));
    }

    Optional<TimelineRecord> stage(String name) {
        return stages().filter(r -> r.identifier.equalsIgnoreCase(name)).findFirst();
    }

    List<TimelineRecord> children(TimelineRecord parent) {
        return records.stream().filter(r -> parent.id.equals(r.parentId)).toList();
    }

    /** Everything below a record, whatever the depth. */
    List<TimelineRecord> below(TimelineRecord parent) {
        List<TimelineRecord> found = new ArrayList<>();
        for (TimelineRecord child : children(parent)) {
            found.add(child);
            found.addAll(below(child));
        }
        return found;
    }

    Optional<TimelineRecord> record(String recordId) {
        return records.stream().filter(r -> r.id.equals(recordId)).findFirst();
    }

    TimelineRecord parent(TimelineRecord child) {
        return record(String.valueOf(child.parentId)).orElseThrow();
    }

    boolean skips(String stage) {
        return skippedStages.stream().anyMatch(stage::equalsIgnoreCase);
    }
}
