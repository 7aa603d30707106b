package io.slipway.story;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits, within bounds, until something can be seen: what people do in front of a screen. */
final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private Eventually() {}

    /** The first value that is there; fails with what was expected when none comes within 30 s. */
    static <T> T see(String expected, Supplier<Optional<T>> look) {
        return see(expected, PATIENCE, look);
    }

    static <T> T see(String expected, Duration patience, Supplier<Optional<T>> look) {
        return see(expected, patience, GLANCE, look);
    }

    private static <T> T see(String expected, Duration patience, Duration between, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + patience.toNanos();
        Optional<T> seen = look.get();
        while (seen.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(between.toNanos());
            seen = look.get();
        }
        return seen.orElseThrow(() -> new AssertionError("Nobody saw within " + patience + ": " + expected));
    }

    /** Waits until it is so. */
    static void holds(String expected, Supplier<Boolean> look) {
        holds(expected, PATIENCE, look);
    }

    static void holds(String expected, Duration patience, Supplier<Boolean> look) {
        see(expected, patience, () -> look.get() ? Optional.of(true) : Optional.empty());
    }

    /** Asks now and then, as people do who know that asking costs something, until it is so. */
    static void asksUntil(String expected, Duration patience, Supplier<Boolean> ask) {
        see(expected, patience, Duration.ofSeconds(2), () -> ask.get() ? Optional.of(true) : Optional.empty());
    }
}
