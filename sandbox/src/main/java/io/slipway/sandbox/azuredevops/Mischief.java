package io.slipway.sandbox.azuredevops;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** What a test has asked to go wrong. */
final class Mischief {

    private final ConcurrentLinkedDeque<Failure> failures = new ConcurrentLinkedDeque<>();
    private final AtomicInteger throttled = new AtomicInteger();
    private volatile int retryAfter;
    private volatile int delay;
    private volatile boolean down;

    private record Failure(String task, List<String> log) {}

    void failTask(String task, List<String> log) {
        failures.add(new Failure(task, List.copyOf(log)));
    }

    /** The log with which this task is to fail now; it is asked for once. */
    Optional<List<String>> failure(TimelineRecord task) {
        Optional<Failure> found = failures.stream()
                .filter(f -> f.task().equals(task.name) || f.task().equals(task.taskName))
                .findFirst();
        found.ifPresent(failures::remove);
        return found.map(Failure::log);
    }

    void throttle(int requests, int seconds) {
        retryAfter = seconds;
        throttled.set(requests);
    }

    /** Seconds to wait when the request is to be refused as too many, else 0. */
    int refusedFor() {
        return throttled.getAndUpdate(n -> Math.max(0, n - 1)) > 0 ? retryAfter : 0;
    }

    /** Lets good answers ask for patience, 0 to end that. */
    void delay(int seconds) {
        delay = seconds;
    }

    int delay() {
        return delay;
    }

    void down(boolean isDown) {
        down = isDown;
    }

    boolean down() {
        return down;
    }
}
