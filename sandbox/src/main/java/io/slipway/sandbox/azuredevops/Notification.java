package io.slipway.sandbox.azuredevops;

import java.time.Instant;
import java.util.function.Supplier;

/** One event for one subscription, with how its delivery went. Changed under the lock of the {@link Estate} only. */
final class Notification {

    final int id;
    final String eventId;
    final Subscription subscription;
    final Supplier<Body> event;
    final Instant created;
    String status = "queued";
    String result = "pending";
    String request = "";
    String response = "";
    String error = "";
    int attempts;
    Instant modified;

    /**
     * An event to be delivered.
     *
     * @param event makes the body when it is delivered, not when it happened, as the service does
     */
    Notification(int id, String eventId, Subscription subscription, Supplier<Body> event, Instant created) {
        this.id = id;
        this.eventId = eventId;
        this.subscription = subscription;
        this.event = event;
        this.created = created;
        this.modified = created;
    }
}
