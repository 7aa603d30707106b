package io.slipway.sandbox.azuredevops;

import java.util.Optional;
import java.util.stream.Stream;

/** The events that can be subscribed to here; every one has its publisher and its only versions. */
enum EventType {
    RUN("pipelines", "ms.vss-pipelines.run-state-changed-event", "Run state changed", true),
    STAGE("pipelines", "ms.vss-pipelines.stage-state-changed-event", "Run stage state changed", true),
    JOB("pipelines", "ms.vss-pipelines.job-state-changed-event", "Run job state changed", true),
    APPROVAL_PENDING(
            "pipelines", "ms.vss-pipelinechecks-events.approval-pending", "Run stage waiting for approval", false),
    APPROVAL_COMPLETED(
            "pipelines", "ms.vss-pipelinechecks-events.approval-completed", "Run stage approval completed", false),
    BUILD("tfs", "build.complete", "Build completed", true),
    PUSH("tfs", "git.push", "Code pushed", true);

    private static final String PIPELINES_VERSION = "5.1-preview.1";

    private final String publisher;
    private final String type;
    private final String title;
    private final boolean namesProject;

    EventType(String publisher, String type, String title, boolean namesProject) {
        this.publisher = publisher;
        this.type = type;
        this.title = title;
        this.namesProject = namesProject;
    }

    static Optional<EventType> of(String publisher, String type) {
        return Stream.of(values())
                .filter(e -> e.publisher.equals(publisher) && e.type.equals(type))
                .findFirst();
    }

    String publisher() {
        return publisher;
    }

    String type() {
        return type;
    }

    String title() {
        return title;
    }

    /** Events of approvals do not say in their containers to which project they belong. */
    boolean namesProject() {
        return namesProject;
    }

    String version() {
        return switch (this) {
            case BUILD -> "2.0";
            case PUSH -> "1.0";
            case RUN, STAGE, JOB, APPROVAL_PENDING, APPROVAL_COMPLETED -> PIPELINES_VERSION;
        };
    }
}
