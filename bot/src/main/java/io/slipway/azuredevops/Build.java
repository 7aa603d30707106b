package io.slipway.azuredevops;

import io.slipway.alm.RunState;
import io.slipway.alm.SolutionVersion;
import io.slipway.alm.Stage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A run as the builds area of Azure DevOps shows it; run and build bear the same number. */
record Build(
        int id,
        @Nullable String buildNumber,
        @Nullable String status,
        @Nullable String result,
        @Nullable String sourceBranch,
        @Nullable Instant queueTime,
        @Nullable Instant finishTime,
        @Nullable Definition definition,
        @Nullable Requester requestedFor,
        @Nullable Map<String, String> templateParameters,
        @Nullable Links _links) {

    record Definition(int id, @Nullable String name) {}

    record Requester(@Nullable String displayName) {}

    record Links(@Nullable Href web) {}

    record Href(@Nullable URI href) {}

    record Page(@Nullable List<Build> value) {
        List<Build> builds() {
            return value == null ? List.of() : value;
        }
    }

    Map<String, String> parameters() {
        return templateParameters == null ? Map.of() : templateParameters;
    }

    Instant queued() {
        return queueTime == null ? Instant.EPOCH : queueTime;
    }

    Optional<SolutionVersion> version() {
        return Optional.ofNullable(buildNumber).flatMap(SolutionVersion::parse);
    }

    Optional<URI> link() {
        return Optional.ofNullable(_links).map(Links::web).map(Href::href);
    }

    String branch() {
        return sourceBranch == null ? "" : sourceBranch.replaceFirst("^refs/heads/", "");
    }

    /** The state of the whole, which Azure DevOps tells less finely than that of its stages. */
    RunState state(List<Stage> stages) {
        return switch (status == null ? "" : status) {
            case "completed" -> ended(stages);
            case "cancelling" -> RunState.CANCELLING;
            case "inProgress" -> waits(stages) ? RunState.WAITING : RunState.RUNNING;
            default -> RunState.PENDING;
        };
    }

    private RunState ended(List<Stage> stages) {
        return switch (result == null ? "" : result) {
            case "succeeded" -> RunState.SUCCEEDED;
            case "partiallySucceeded" -> RunState.PARTLY;
            case "canceled" -> any(stages, RunState.REJECTED) ? RunState.REJECTED : RunState.CANCELLED;
            default ->
                any(stages, RunState.REJECTED) && !any(stages, RunState.FAILED) ? RunState.REJECTED : RunState.FAILED;
        };
    }

    private static boolean waits(List<Stage> stages) {
        return any(stages, RunState.WAITING) && !any(stages, RunState.RUNNING);
    }

    private static boolean any(List<Stage> stages, RunState state) {
        return stages.stream().anyMatch(stage -> stage.state() == state);
    }
}
