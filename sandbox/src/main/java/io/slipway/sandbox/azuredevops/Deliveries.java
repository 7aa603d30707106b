package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Posts events to subscribers, each on a thread of its own. What fails for a moment is tried again; what fails for
 * longer puts the subscription on probation and in the end disables it.
 */
final class Deliveries {

    private static final int MOST_ATTEMPTS = 8;
    private static final int MOST_PROBATION_RETRIES = 7;
    private static final int KEPT = 1_000;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration FIRST_PROBATION = Duration.ofSeconds(20);
    private static final int GONE = 410;
    private static final int UNREACHABLE = 0;
    private static final Set<Integer> TRANSIENT = Set.of(UNREACHABLE, 408, 502, 503, 504);

    private final Estate estate;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final List<Notification> history = new ArrayList<>();
    private int last;

    Deliveries(Estate estate) {
        this.estate = estate;
    }

    private record Outcome(int status, String text) {}

    /** Notifications of a subscription, newest first. Called under the lock. */
    List<Notification> of(Subscription subscription) {
        return history.reversed().stream()
                .filter(n -> n.subscription.id.equals(subscription.id))
                .toList();
    }

    /** Called under the lock. */
    void deliver(String eventId, Subscription subscription, Supplier<Body> event) {
        if (!subscription.enabled()) {
            return;
        }
        Notification notification = new Notification(++last, eventId, subscription, event, estate.now());
        history.add(notification);
        if (history.size() > KEPT) {
            history.removeFirst();
        }
        post(notification);
    }

    /** Delivers again what was delivered before, as the service does now and then. */
    int again() {
        return estate.locked(() -> {
            List<Notification> all = List.copyOf(history);
            all.forEach(this::post);
            return all.size();
        });
    }

    private void post(Notification notification) {
        Thread.ofVirtual().name("hook-" + notification.id).start(() -> {
            HttpRequest request = estate.locked(() -> request(notification));
            Outcome outcome = send(request);
            estate.locked(() -> settle(notification, outcome));
        });
    }

    private HttpRequest request(Notification notification) {
        Subscription subscription = notification.subscription;
        notification.status = "requestInProgress";
        notification.attempts++;
        notification.request = Json.write(trimmed(notification));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(subscription.input("url")))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "VSServices/20.255 (Service Hooks)")
                .POST(BodyPublishers.ofString(notification.request));
        if (!subscription.input("basicAuthPassword").isEmpty()) {
            String pair = subscription.input("basicAuthUsername") + ":" + subscription.input("basicAuthPassword");
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        subscription.input("httpHeaders").lines().filter(l -> l.contains(":")).forEach(line -> {
            int colon = line.indexOf(':');
            request.header(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        });
        return request.build();
    }

    private static Body trimmed(Notification notification) {
        Subscription subscription = notification.subscription;
        Body event = new Body().with("subscriptionId", subscription.id).with("notificationId", notification.id);
        event.putAll(notification.event.get());
        if (subscription.input("messagesToSend").equals("none")) {
            event.remove("message");
        }
        if (subscription.input("detailedMessagesToSend").equals("none")) {
            event.remove("detailedMessage");
        }
        if (subscription.input("resourceDetailsToSend").equals("none")) {
            event.remove("resource");
        }
        return event;
    }

    private Outcome send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Outcome(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Outcome(UNREACHABLE, String.valueOf(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(UNREACHABLE, "stopped");
        }
    }

    private void settle(Notification notification, Outcome outcome) {
        Subscription subscription = notification.subscription;
        notification.modified = estate.now();
        notification.response = outcome.text();
        if (outcome.status() / 100 == 2) {
            notification.status = "completed";
            notification.result = "succeeded";
            if (subscription.onProbation()) {
                change(subscription, "enabled", 0);
            }
            return;
        }
        notification.error = outcome.status() == UNREACHABLE ? outcome.text() : "HTTP " + outcome.status();
        if (TRANSIENT.contains(outcome.status()) && notification.attempts < MOST_ATTEMPTS) {
            notification.status = "queued";
            retry(notification, FIRST_RETRY.multipliedBy(1L << (notification.attempts - 1)));
            return;
        }
        notification.status = "completed";
        notification.result = "failed";
        if (outcome.status() == GONE || subscription.probationRetries >= MOST_PROBATION_RETRIES) {
            change(subscription, "disabledBySystem", subscription.probationRetries);
        } else if (subscription.enabled() || subscription.onProbation()) {
            change(subscription, "onProbation", subscription.probationRetries + 1);
            retry(notification, FIRST_PROBATION.multipliedBy(1L << (subscription.probationRetries - 1)));
        }
    }

    private void retry(Notification notification, Duration wait) {
        estate.later(wait, () -> {
            boolean wanted = estate.subscriptions.contains(notification.subscription)
                    && !notification.subscription.status.startsWith("disabled");
            if (wanted) {
                post(notification);
            }
        });
    }

    private void change(Subscription subscription, String status, int retries) {
        subscription.status = status;
        subscription.probationRetries = retries;
        estate.saveSubscriptions();
    }
}
