package io.slipway.azuredevops;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Answers that hardly ever change, kept for a while so that Azure DevOps is not asked the same thing all day. */
final class Remembered<K, V> {

    private static final int MOST = 1000;
    private final Duration span;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, Kept<V>> kept = new LinkedHashMap<>();

    private record Kept<V>(V value, Instant until) {}

    Remembered(Duration span, Clock clock) {
        this.span = span;
        this.clock = clock;
    }

    /** What is remembered, or what the supplier finds now. */
    V get(K key, Supplier<V> finder) {
        return recall(key).orElseGet(() -> {
            V found = finder.get();
            keep(key, found);
            return found;
        });
    }

    private Optional<V> recall(K key) {
        lock.lock();
        try {
            return Optional.ofNullable(kept.get(key))
                    .filter(one -> clock.instant().isBefore(one.until))
                    .map(Kept::value);
        } finally {
            lock.unlock();
        }
    }

    private void keep(K key, V value) {
        lock.lock();
        try {
            kept.remove(key);
            kept.put(key, new Kept<>(value, clock.instant().plus(span)));
            if (kept.size() > MOST) {
                kept.remove(kept.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
    }
}
