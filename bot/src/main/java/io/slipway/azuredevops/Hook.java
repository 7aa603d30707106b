package io.slipway.azuredevops;

import io.slipway.alm.Problem;
import io.slipway.http.Json;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What a service hook says, taken out with care: samples and deliveries differ, and any part may be missing. */
record Hook(String id, String event, Optional<Integer> run, Optional<String> gate) {

    private static final int LONGEST = 100;

    /** Reads a body; empty when it is no event. */
    static Optional<Hook> read(byte[] body) {
        try {
            JsonNode node = Json.read(body, JsonNode.class);
            String event = node.path("eventType").asString("");
            return node.isObject() && !event.isEmpty() ? Optional.of(hook(node, event)) : Optional.empty();
        } catch (Problem.Broken e) {
            return Optional.empty();
        }
    }

    private static Hook hook(JsonNode node, String event) {
        JsonNode resource = node.path("resource");
        return new Hook(
                id(node),
                event,
                number(
                        resource.path("run").path("id"),
                        resource.path("approval").path("pipeline").path("owner").path("id"),
                        resource.path("pipeline").path("owner").path("id")),
                text(resource.path("approval").path("id"), resource.path("approvalId")));
    }

    /** The same event goes to several subscriptions, and one subscription may deliver it again. */
    private static String id(JsonNode node) {
        String subscription = node.path("subscriptionId").asString("");
        String notification = node.path("notificationId").asString("");
        String id = subscription.isEmpty() || notification.isEmpty()
                ? node.path("id").asString("")
                : subscription + "/" + notification;
        return id.length() > LONGEST ? id.substring(0, LONGEST) : id;
    }

    private static Optional<Integer> number(JsonNode... places) {
        return Stream.of(places)
                .map(place -> place.asInt(0))
                .filter(number -> number > 0)
                .findFirst();
    }

    private static Optional<String> text(JsonNode... places) {
        return Stream.of(places)
                .map(place -> place.asString(""))
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST)
                .findFirst();
    }
}
