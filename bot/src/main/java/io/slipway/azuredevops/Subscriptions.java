package io.slipway.azuredevops;

import io.slipway.alm.Problem;
import io.slipway.alm.Project;
import io.slipway.http.Address;
import io.slipway.ports.EventSubscriptions;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Service hooks of a project: makes the missing ones, enables again what was disabled. */
final class Subscriptions implements EventSubscriptions {

    static final String USER = "slipway";
    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);
    private static final String ENABLED = "enabled";
    private static final String PUBLISHER = "pipelines";
    /** Pipeline events exist in this version only. */
    private static final String RESOURCE_VERSION = "5.1-preview.1";

    private static final List<String> EVENTS = List.of(
            "ms.vss-pipelines.run-state-changed-event",
            "ms.vss-pipelines.stage-state-changed-event",
            "ms.vss-pipelinechecks-events.approval-pending",
            "ms.vss-pipelinechecks-events.approval-completed");

    private final AzureDevOps azure;
    private final AzureProjects projects;
    private final AzureDevOpsProperties settings;

    private record Page(@Nullable List<Subscription> value) {}

    private record Subscription(
            @Nullable String id,
            @Nullable String status,
            String publisherId,
            String eventType,
            @Nullable String resourceVersion,
            String consumerId,
            String consumerActionId,
            @Nullable Map<String, @Nullable String> publisherInputs,
            @Nullable Map<String, @Nullable String> consumerInputs) {

        boolean to(String url) {
            return consumerInputs != null && url.equals(consumerInputs.get("url"));
        }

        /** On probation it is still tried, and gets well by itself. */
        boolean works() {
            return status == null || ENABLED.equals(status) || "onProbation".equals(status);
        }
    }

    Subscriptions(AzureDevOps azure, AzureProjects projects, AzureDevOpsProperties settings) {
        this.azure = azure;
        this.projects = projects;
        this.settings = settings;
    }

    @Override
    public Outcome ensure(Project project) {
        URI callback = settings.callback();
        if (callback == null) {
            return new Outcome.NotReachable();
        }
        try {
            return ensure(project, HookAddress.of(callback, project).toString());
        } catch (Problem.Refused e) {
            LOG.warn("project={} hooks refused: {}", project.name(), e.getMessage());
            return new Outcome.NotAllowed(
                    "A project administrator has to give Slipway's identity the permissions \"View subscriptions\" and "
                            + "\"Edit subscriptions\" for service hooks. " + e.getMessage(),
                    Address.of(project.organization())
                            .path(project.name(), "_settings", "serviceHooks")
                            .uri());
        }
    }

    private Outcome ensure(Project project, String url) {
        String id = projects.look(project)
                .flatMap(found -> Optional.ofNullable(found.id()))
                .orElseThrow(() -> new Problem.Refused("There is no project " + project.name() + "."));
        List<Subscription> ours =
                existing(project).stream().filter(one -> one.to(url)).toList();
        int made = 0;
        int repaired = 0;
        for (String event : EVENTS) {
            List<Subscription> same =
                    ours.stream().filter(one -> event.equals(one.eventType())).toList();
            if (same.isEmpty()) {
                azure.setUp("POST", hooks(project))
                        .json(wanted(event, id, url, null))
                        .good();
                made++;
            } else if (same.stream().noneMatch(Subscription::works)) {
                repair(project, wanted(event, id, url, same.getFirst().id()));
                repaired++;
            }
        }
        LOG.info("project={} hooks made={} repaired={}", project.name(), made, repaired);
        return new Outcome.Subscribed(made, repaired);
    }

    private List<Subscription> existing(Project project) {
        Page page = azure.read(hooks(project)
                        .query("publisherId", PUBLISHER)
                        .query("consumerId", "webHooks")
                        .query("consumerActionId", "httpRequest"))
                .needing("\"View subscriptions\" for service hooks")
                .as(Page.class);
        return page.value() == null ? List.of() : page.value();
    }

    private void repair(Project project, Subscription wanted) {
        azure.setUp("PUT", AzureDevOps.over(project, "hooks", "subscriptions", String.valueOf(wanted.id())))
                .needing("\"Edit subscriptions\" for service hooks")
                .json(wanted)
                .good();
    }

    private static Address hooks(Project project) {
        return AzureDevOps.over(project, "hooks", "subscriptions");
    }

    private Subscription wanted(String event, String projectId, String url, @Nullable String id) {
        return new Subscription(
                id,
                ENABLED,
                PUBLISHER,
                event,
                RESOURCE_VERSION,
                "webHooks",
                "httpRequest",
                Map.of("projectId", projectId),
                Map.of(
                        "url",
                        url,
                        "basicAuthUsername",
                        USER,
                        "basicAuthPassword",
                        settings.hookSecret(),
                        "resourceDetailsToSend",
                        "all",
                        "messagesToSend",
                        "none",
                        "detailedMessagesToSend",
                        "none"));
    }
}
