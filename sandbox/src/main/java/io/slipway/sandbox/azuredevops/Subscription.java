package io.slipway.sandbox.azuredevops;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** That somebody wants to be called when something happens. Changed under the lock of the {@link Estate} only. */
final class Subscription {

    String id = "";
    String publisherId = "";
    String eventType = "";
    String resourceVersion = "";
    String consumerId = "webHooks";
    String consumerActionId = "httpRequest";
    Map<String, String> publisherInputs = new LinkedHashMap<>();
    Map<String, String> consumerInputs = new LinkedHashMap<>();
    String status = "enabled";
    int probationRetries;
    Instant created = Instant.EPOCH;
    Instant modified = Instant.EPOCH;
    String createdBy = "";
    String modifiedBy = "";

    /** Whether new events are delivered; on probation only the one that failed is tried again. */
    boolean enabled() {
        return status.equals("enabled");
    }

    boolean onProbation() {
        return status.equals("onProbation");
    }

    String input(String name) {
        return consumerInputs.getOrDefault(name, "");
    }
}
