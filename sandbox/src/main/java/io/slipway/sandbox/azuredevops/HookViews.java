package io.slipway.sandbox.azuredevops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Subscriptions and their history as the API shows them; secrets are masked. */
final class HookViews {

    private static final String MASK = "********";

    private final Estate estate;
    private final RunViews views;

    HookViews(Estate estate) {
        this.estate = estate;
        this.views = new RunViews(estate);
    }

    List<Body> publishers() {
        return Stream.of("tfs", "pipelines").map(this::publisher).toList();
    }

    private Body publisher(String id) {
        return new Body()
                .with("id", id)
                .with("name", id.equals("tfs") ? "Azure DevOps Services" : "Pipelines")
                .with("url", estate.organization() + "/_apis/hooks/publishers/" + id)
                .with(
                        "supportedEvents",
                        Stream.of(EventType.values())
                                .filter(e -> e.publisher().equals(id))
                                .map(e -> new Body()
                                        .with("publisherId", id)
                                        .with("id", e.type())
                                        .with("name", e.title())
                                        .with("supportedResourceVersions", List.of(e.version())))
                                .toList());
    }

    Body subscription(Subscription s) {
        String url = estate.organization() + "/_apis/hooks/subscriptions/" + s.id;
        Map<String, String> inputs = new LinkedHashMap<>(s.consumerInputs);
        inputs.computeIfPresent("basicAuthPassword", (k, v) -> MASK);
        inputs.computeIfPresent("httpHeaders", (k, v) -> MASK);
        return new Body()
                .with("id", s.id)
                .with("url", url)
                .with("status", s.status)
                .with("publisherId", s.publisherId)
                .with("eventType", s.eventType)
                .with("subscriber", null)
                .with("resourceVersion", s.resourceVersion)
                .with("eventDescription", "Any")
                .with("consumerId", s.consumerId)
                .with("consumerActionId", s.consumerActionId)
                .with("actionDescription", "To " + s.input("url"))
                .when(s.probationRetries > 0, "probationRetries", () -> String.valueOf(s.probationRetries))
                .with("createdBy", views.ref(s.createdBy))
                .with("createdDate", Wire.time(s.created))
                .with("modifiedBy", views.ref(s.modifiedBy))
                .with("modifiedDate", Wire.time(s.modified))
                .with("publisherInputs", new LinkedHashMap<>(s.publisherInputs))
                .with("consumerInputs", inputs)
                .with("_links", new Body().with("self", Wire.href(url)));
    }

    Body notification(Notification n, boolean details) {
        return new Body()
                .with("id", n.id)
                .with("subscriptionId", n.subscription.id)
                .with("subscriberId", Names.id("subscriber"))
                .with("eventId", n.eventId)
                .with("status", n.status)
                .with("result", n.result)
                .with("createdDate", Wire.time(n.created))
                .with("modifiedDate", Wire.time(n.modified))
                .when(details, "details", () -> details(n));
    }

    private static Body details(Notification n) {
        return new Body()
                .with("eventType", n.subscription.eventType)
                .with("publisherId", n.subscription.publisherId)
                .with("consumerId", n.subscription.consumerId)
                .with("consumerActionId", n.subscription.consumerActionId)
                .with("request", n.request)
                .with("response", n.response)
                .with("errorMessage", n.error)
                .with("requestAttempts", n.attempts)
                .with("queuedDate", Wire.time(n.created))
                .with("completedDate", Wire.time(n.modified));
    }
}
