package io.slipway.approval;

import io.slipway.alm.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets whoever pressed a button wait a moment for the durable step behind it, so that the answer is the new card. In
 * memory: when the moment passes, or another replica does the step, the work goes on and the card is edited later.
 */
final class Waiting {

    private final Map<String, CompletableFuture<Optional<Problem>>> people = new ConcurrentHashMap<>();
    private final Duration moment;

    Waiting(Duration moment) {
        this.moment = moment;
    }

    /** How it went. */
    sealed interface Outcome {

        record Done() implements Outcome {}

        /** The work goes on. */
        record StillGoing() implements Outcome {}
    }

    /**
     * Starts the work, and waits for it.
     *
     * @throws Problem when the work was given up within the moment
     */
    Outcome await(String name, Runnable start) {
        CompletableFuture<Optional<Problem>> end = people.computeIfAbsent(name, key -> new CompletableFuture<>());
        try {
            start.run();
            Optional<Problem> problem = end.get(moment.toMillis(), TimeUnit.MILLISECONDS);
            if (problem.isPresent()) {
                throw problem.get();
            }
            return new Outcome.Done();
        } catch (TimeoutException | ExecutionException late) {
            return new Outcome.StillGoing();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome.StillGoing();
        } finally {
            people.remove(name, end);
        }
    }

    /** The work is done. */
    void done(String name) {
        Optional.ofNullable(people.get(name)).ifPresent(end -> end.complete(Optional.empty()));
    }

    /** The work was given up; false when nobody waits any more. */
    boolean failed(String name, Problem problem) {
        CompletableFuture<Optional<Problem>> end = people.get(name);
        return end != null && end.complete(Optional.of(problem));
    }
}
