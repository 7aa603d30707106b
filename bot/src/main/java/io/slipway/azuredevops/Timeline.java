package io.slipway.azuredevops;

import io.slipway.alm.RunState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The timeline of a run as Azure DevOps keeps it: a tree of stages, checkpoints, jobs and tasks. */
record Timeline(@Nullable List<Entry> records) {

    private static final Comparator<Entry> ORDER = Comparator.comparingInt(Entry::order)
            .thenComparing(e -> Optional.ofNullable(e.startTime()).orElse(Instant.MAX));
    private static final Set<String> COMPLAINED = Set.of("failed", "succeededWithIssues", "canceled", "abandoned");
    static final Timeline EMPTY = new Timeline(List.of());

    Timeline {
        records = records == null ? List.of() : records.stream().sorted(ORDER).toList();
    }

    /** One record. */
    record Entry(
            String id,
            @Nullable String parentId,
            @Nullable String type,
            @Nullable String name,
            @Nullable String identifier,
            @Nullable String state,
            @Nullable String result,
            int attempt,
            @Nullable Integer percentComplete,
            int order,
            @Nullable Instant startTime,
            @Nullable Instant finishTime,
            @Nullable LogRef log,
            @Nullable List<Issue> issues) {

        boolean is(String kind) {
            return kind.equals(type);
        }

        boolean inProgress() {
            return "inProgress".equals(state);
        }

        /** The name by which a stage is retried and skipped. */
        String stageName() {
            return Optional.ofNullable(identifier)
                    .or(() -> Optional.ofNullable(name))
                    .orElse(id);
        }

        Optional<String> firstIssue(String severity) {
            return Stream.ofNullable(issues)
                    .flatMap(List::stream)
                    .filter(issue -> severity.equals(issue.type()) && issue.message() != null)
                    .map(Issue::message)
                    .findFirst();
        }
    }

    record LogRef(int id) {}

    record Issue(@Nullable String type, @Nullable String message) {}

    List<Entry> stages() {
        return records.stream().filter(e -> e.is("Stage")).toList();
    }

    /** The stage that a record belongs to. */
    Optional<Entry> stageOf(String id) {
        Optional<Entry> entry = find(id);
        for (int depth = 0; depth < 10 && entry.isPresent() && !entry.get().is("Stage"); depth++) {
            entry = Optional.ofNullable(entry.get().parentId()).flatMap(this::find);
        }
        return entry.filter(e -> e.is("Stage"));
    }

    /** Ids of the approvals that wait now: an approval has the id of its record. */
    List<String> waitingApprovals() {
        return records.stream()
                .filter(e -> e.is("Checkpoint.Approval") && !"completed".equals(e.state()))
                .map(Entry::id)
                .toList();
    }

    RunState state(Entry stage) {
        Optional<Entry> checkpoint =
                below(stage).filter(e -> e.is("Checkpoint")).findFirst();
        return switch (stage.state() == null ? "" : stage.state()) {
            case "completed" -> ended(stage, checkpoint);
            case "inProgress" -> checkpoint.filter(Entry::inProgress).isPresent() ? RunState.WAITING : RunState.RUNNING;
            default -> checkpoint.filter(Entry::inProgress).isPresent() ? RunState.WAITING : RunState.PENDING;
        };
    }

    private static RunState ended(Entry stage, Optional<Entry> checkpoint) {
        if (checkpoint.filter(c -> "failed".equals(c.result())).isPresent()) {
            return RunState.REJECTED;
        }
        return switch (stage.result() == null ? "" : stage.result()) {
            case "succeeded" -> RunState.SUCCEEDED;
            case "succeededWithIssues" -> RunState.PARTLY;
            case "skipped" -> RunState.SKIPPED;
            case "canceled", "abandoned" -> RunState.CANCELLED;
            default -> RunState.FAILED;
        };
    }

    /** How far the task is that this stage is at. */
    Optional<Integer> percent(Entry stage) {
        return below(stage)
                .filter(e -> e.is("Task") && e.inProgress() && e.percentComplete() != null)
                .map(Entry::percentComplete)
                .findFirst();
    }

    /** The record that explains why a stage did not go well: the first task that failed, else the first that complained. */
    Optional<Entry> culprit(Entry stage) {
        List<Entry> tree = Stream.concat(below(stage), Stream.of(stage)).toList();
        return Stream.of("Task", "Job", "Phase", "Stage")
                .flatMap(kind -> Stream.of("failed", "succeededWithIssues", "canceled", "abandoned")
                        .flatMap(result -> tree.stream().filter(e -> e.is(kind) && result.equals(e.result()))))
                .filter(e -> COMPLAINED.contains(e.result()))
                .findFirst();
    }

    private Stream<Entry> below(Entry parent) {
        return records.stream()
                .filter(e -> parent.id().equals(e.parentId()) && !e.id().equals(parent.id()))
                .flatMap(e -> Stream.concat(Stream.of(e), below(e)));
    }

    private Optional<Entry> find(String id) {
        return records.stream().filter(e -> e.id().equalsIgnoreCase(id)).findFirst();
    }
}
