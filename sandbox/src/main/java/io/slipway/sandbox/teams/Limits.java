package io.slipway.sandbox.teams;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** How often a bot may speak or ask in one conversation; the figures are from Microsoft's page about rate limits. */
final class Limits {

    static final List<Window> SEND = List.of(
            new Window(7, Duration.ofSeconds(1)),
            new Window(8, Duration.ofSeconds(2)),
            new Window(60, Duration.ofSeconds(30)),
            new Window(1800, Duration.ofHours(1)));
    static final List<Window> READ = List.of(
            new Window(14, Duration.ofSeconds(1)),
            new Window(16, Duration.ofSeconds(2)),
            new Window(120, Duration.ofSeconds(30)),
            new Window(3600, Duration.ofHours(1)));

    private final LongSupplier nanoTime;
    private final Map<String, Deque<Long>> uses = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** By a real clock: throttling is about load, not about the time in the story. */
    Limits(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** So many within so long. */
    record Window(int times, Duration length) {}

    /** Counts a use, or says after how many seconds it may be tried again. */
    OptionalInt use(String key, List<Window> windows) {
        long now = nanoTime.getAsLong();
        lock.lock();
        try {
            Deque<Long> past = uses.computeIfAbsent(key, k -> new ArrayDeque<>());
            for (Window window : windows) {
                List<Long> within = past.stream()
                        .filter(at -> now - at < window.length().toNanos())
                        .toList();
                if (within.size() >= window.times()) {
                    long oldest = within.get(within.size() - window.times());
                    return OptionalInt.of(seconds(window.length().toNanos() - (now - oldest)));
                }
            }
            past.add(now);
            while (now - past.element() > Duration.ofHours(1).toNanos()) {
                past.remove();
            }
            return OptionalInt.empty();
        } finally {
            lock.unlock();
        }
    }

    private static int seconds(long nanos) {
        return (int) Math.max(1, Math.ceilDiv(nanos, 1_000_000_000L));
    }
}
