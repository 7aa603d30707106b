package io.slipway.http;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * How long a call waits for another try: a few seconds in all. Whoever has to wait longer does so in the engine, where a
 * restart does not matter.
 */
record Patience(int attempts, Duration budget, Clock clock) {

    private static final Duration FIRST = Duration.ofMillis(200);

    /**
     * The wait before the next try, or nothing when it is time to give up.
     *
     * @param attempt how many have been made
     * @param waited how long was waited before
     * @param asked how long the other side asks to wait
     */
    Optional<Duration> next(int attempt, Duration waited, Optional<Duration> asked) {
        if (attempt >= attempts) {
            return Optional.empty();
        }
        Duration longest = FIRST.multipliedBy(1L << Math.min(attempt - 1, 8));
        long jitter = ThreadLocalRandom.current().nextLong(longest.toMillis() / 2, longest.toMillis() + 1);
        Duration wait = asked.orElseGet(() -> Duration.ofMillis(jitter));
        return waited.plus(wait).compareTo(budget) > 0 ? Optional.empty() : Optional.of(wait);
    }

    /** Waits; an interrupted thread gives up. */
    boolean pause(Duration wait) {
        try {
            TimeUnit.NANOSECONDS.sleep(wait.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
