package io.slipway.sandbox.teams;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/** Brings messages to the bot: again after 15 s without an answer, and some times more while nobody is there. */
final class Delivery implements AutoCloseable {

    /** Real time between tries; together about a minute, which a restart of the bot should take. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofSeconds(15));

    private final BotLine line;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("teams-delivery").factory());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Delivery(BotLine line) {
        this.line = line;
    }

    /** Starts to deliver; completes with true once the bot has it, false when it was given up. */
    CompletableFuture<Boolean> deliver(ObjectNode activity) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        attempt(activity, 0, done);
        return done;
    }

    private void attempt(ObjectNode activity, int tries, CompletableFuture<Boolean> done) {
        threads.execute(() -> {
            BotLine.Heard heard = line.call(activity);
            if (heard.good()) {
                done.complete(true);
            } else if (heard.nobodyThere() && tries < PAUSES.size() && !timer.isShutdown()) {
                long pause = PAUSES.get(tries).toMillis();
                timer.schedule(() -> attempt(activity, tries + 1, done), pause, TimeUnit.MILLISECONDS);
            } else {
                done.complete(false);
            }
        });
    }

    /** Whether the bot takes this activity, asked once. */
    boolean listens(ObjectNode activity) {
        return line.call(activity).good();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }
}
