package io.slipway.sandbox.azuredevops;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.POST;
import static io.javalin.http.HandlerType.PUT;
import static io.slipway.sandbox.azuredevops.ApiVersion.RELEASED;

import io.slipway.sandbox.azuredevops.People.Right;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Subscriptions to events. Other than the real service it accepts addresses on this machine. */
final class HooksApi {

    private static final String MASK = "********";
    private static final List<String> SECRETS = List.of("basicAuthPassword", "httpHeaders");

    private final Estate estate;
    private final HookViews views;
    private final Deliveries deliveries;

    HooksApi(Estate estate, Deliveries deliveries) {
        this.estate = estate;
        this.deliveries = deliveries;
        this.views = new HookViews(estate);
    }

    void addTo(Routes routes) {
        routes.organization(GET, "/hooks/publishers", RELEASED, r -> Wire.list(views.publishers()))
                .organization(GET, "/hooks/subscriptions", RELEASED, this::list)
                .organization(POST, "/hooks/subscriptions", RELEASED, this::create)
                .organization(POST, "/hooks/subscriptionsquery", RELEASED, this::query)
                .organization(GET, "/hooks/subscriptions/{subscriptionId}", RELEASED, r -> views.subscription(find(r)))
                .organization(PUT, "/hooks/subscriptions/{subscriptionId}", RELEASED, this::replace)
                .organization(DELETE, "/hooks/subscriptions/{subscriptionId}", RELEASED, this::delete)
                .organization(
                        GET,
                        "/hooks/subscriptions/{subscriptionId}/notifications",
                        RELEASED,
                        r -> Wire.list(deliveries.of(find(r)).stream()
                                .map(n -> views.notification(n, false))
                                .toList()))
                .organization(
                        GET,
                        "/hooks/subscriptions/{subscriptionId}/notifications/{notificationId}",
                        RELEASED,
                        r -> deliveries.of(find(r)).stream()
                                .filter(n -> n.id == r.number("notificationId"))
                                .findFirst()
                                .map(n -> views.notification(n, true))
                                .orElseThrow(() -> missing("notification", r.path("notificationId"))));
    }

    private Object list(Request request) {
        return Wire.list(estate.subscriptions.stream()
                .filter(s -> same(request.query("publisherId").orElse(""), s.publisherId))
                .filter(s -> same(request.query("eventType").orElse(""), s.eventType))
                .filter(s -> same(request.query("consumerId").orElse(""), s.consumerId))
                .filter(s -> same(request.query("consumerActionId").orElse(""), s.consumerActionId))
                .map(views::subscription)
                .toList());
    }

    private Object query(Request request) {
        JsonNode query = request.json();
        List<Body> results = estate.subscriptions.stream()
                .filter(s -> same(Wire.text(query, "publisherId"), s.publisherId))
                .filter(s -> same(Wire.text(query, "eventType"), s.eventType))
                .filter(s -> same(Wire.text(query, "consumerId"), s.consumerId))
                .filter(s -> same(Wire.text(query, "consumerActionId"), s.consumerActionId))
                .filter(s -> filtered(query.path("publisherInputFilters"), s.publisherInputs))
                .map(views::subscription)
                .toList();
        return new Body()
                .when(query.has("publisherId"), "publisherId", () -> Wire.text(query, "publisherId"))
                .when(query.has("eventType"), "eventType", () -> Wire.text(query, "eventType"))
                .with("publisherInputFilters", List.of())
                .with("results", results);
    }

    private static boolean filtered(JsonNode filters, Map<String, String> inputs) {
        return filters.isEmpty()
                || filters.valueStream()
                        .anyMatch(filter -> filter.path("conditions")
                                .valueStream()
                                .allMatch(c -> Wire.text(c, "inputValue")
                                        .equalsIgnoreCase(inputs.getOrDefault(Wire.text(c, "inputId"), ""))));
    }

    private static boolean same(String wanted, String value) {
        return wanted.isEmpty() || wanted.equalsIgnoreCase(value);
    }

    private Object create(Request request) {
        needRight(request);
        Subscription subscription = new Subscription();
        subscription.id = UUID.randomUUID().toString();
        subscription.created = estate.now();
        subscription.createdBy = request.caller().id();
        settle(subscription, request);
        estate.subscriptions.add(subscription);
        estate.saveSubscriptions();
        return views.subscription(subscription);
    }

    private Object replace(Request request) {
        needRight(request);
        Subscription subscription = find(request);
        settle(subscription, request);
        String status = Wire.text(request.json(), "status");
        if (status.equals("enabled") || status.equals("disabledByUser")) {
            subscription.status = status;
            subscription.probationRetries = 0;
        }
        estate.saveSubscriptions();
        return views.subscription(subscription);
    }

    private Object delete(Request request) {
        needRight(request);
        estate.subscriptions.remove(find(request));
        estate.saveSubscriptions();
        return null;
    }

    private void settle(Subscription subscription, Request request) {
        JsonNode body = request.json();
        String publisher = Wire.text(body, "publisherId");
        EventType type = EventType.of(publisher, Wire.text(body, "eventType"))
                .orElseThrow(() -> refused("The event type '" + Wire.text(body, "eventType")
                        + "' is not supported by the publisher '" + publisher + "'."));
        checkKind(body, type);
        Map<String, String> inputs = inputs(body.path("consumerInputs"));
        SECRETS.forEach(
                secret -> inputs.computeIfPresent(secret, (k, v) -> v.equals(MASK) ? subscription.input(secret) : v));
        checkUrl(inputs.getOrDefault("url", ""));
        Map<String, String> publisherInputs = inputs(body.path("publisherInputs"));
        String project = publisherInputs.getOrDefault("projectId", "");
        if (!project.isEmpty() && !project.equalsIgnoreCase(Names.PROJECT_ID)) {
            throw refused("The input 'projectId' is not valid: the project " + project + " does not exist.");
        }
        subscription.publisherId = publisher;
        subscription.eventType = type.type();
        subscription.resourceVersion = type.version();
        subscription.publisherInputs = publisherInputs;
        subscription.consumerInputs = inputs;
        subscription.modified = estate.now();
        subscription.modifiedBy = request.caller().id();
    }

    private static void checkKind(JsonNode body, EventType type) {
        String version = Wire.text(body, "resourceVersion");
        if (!version.isEmpty() && !version.equals(type.version())) {
            throw refused("The resource version '" + version + "' is not supported by the event type '" + type.type()
                    + "'. It supports: " + type.version() + ".");
        }
        if (!Wire.text(body, "consumerId").equals("webHooks")
                || !Wire.text(body, "consumerActionId").equals("httpRequest")) {
            throw refused("The consumer action is not supported: the sandbox knows webHooks with httpRequest.");
        }
    }

    private static Map<String, String> inputs(JsonNode inputs) {
        Map<String, String> texts = new LinkedHashMap<>();
        inputs.properties().forEach(p -> {
            if (!p.getValue().isNull()) {
                texts.put(p.getKey(), p.getValue().asString(""));
            }
        });
        return texts;
    }

    private static void checkUrl(String url) {
        boolean good = Stream.of("http://", "https://").anyMatch(url::startsWith);
        try {
            good &= URI.create(url).getHost() != null;
        } catch (IllegalArgumentException e) {
            good = false;
        }
        if (!good) {
            throw refused("The input 'url' is required and must be an address that begins with http or https.");
        }
    }

    private Subscription find(Request request) {
        String id = request.path("subscriptionId");
        return estate.subscriptions.stream()
                .filter(s -> s.id.equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> missing("subscription", id));
    }

    private void needRight(Request request) {
        if (!estate.people.may(request.caller(), Right.EDIT_SUBSCRIPTIONS)) {
            throw new Refusal(
                    403,
                    "Microsoft.VisualStudio.Services.Security.AccessCheckException",
                    "TF50309: The following account does not have sufficient permissions to complete the operation: "
                            + request.caller().name()
                            + ". The following permissions are needed to perform this operation: Edit subscriptions.");
        }
    }

    private static Refusal refused(String message) {
        return new Refusal(
                400, "Microsoft.VisualStudio.Services.ServiceHooks.WebApi.SubscriptionInputException", message);
    }

    private static Refusal missing(String what, String id) {
        return new Refusal(
                404,
                "Microsoft.VisualStudio.Services.ServiceHooks.WebApi.SubscriptionNotFoundException",
                "The " + what + " with the id '" + id + "' could not be found.");
    }
}
