package io.slipway.sandbox.azuredevops;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** Lines that an agent would have written for a task. */
final class TaskLog {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final List<String> lines = new ArrayList<>();

    static TaskLog of(TimelineRecord task) {
        TaskLog log = new TaskLog();
        Instant began = task.startTime == null ? task.lastModified : task.startTime;
        log.add(began, "##[section]Starting: " + task.name);
        if (task.taskName != null) {
            log.add(began, "==============================================================================");
            log.add(began, "Task         : " + task.taskName);
            log.add(began, "Version      : " + task.taskVersion);
            log.add(began, "==============================================================================");
        }
        return log;
    }

    TaskLog add(Instant at, String line) {
        lines.add(STAMP.format(at) + " " + line);
        return this;
    }

    TaskLog addAll(Instant at, List<String> more) {
        more.forEach(line -> add(at, line));
        return this;
    }

    TaskLog errors(Instant at, List<String> messages) {
        messages.forEach(message -> add(at, "##[error]" + message));
        return this;
    }

    TaskLog end(Instant at, String name) {
        return add(at, "##[section]Finishing: " + name);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
