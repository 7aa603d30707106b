package io.slipway.teams;

import io.slipway.alm.Problem;
import io.slipway.ports.Room;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sign of life when an answer takes long: nobody waits three seconds without one. The answer takes its place. */
final class FirstWords implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FirstWords.class);
    private static final String WORD = "One moment, I am still looking.";
    private final Connector connector;
    private final Duration patience;
    private final ScheduledThreadPoolExecutor later = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("first-words").factory());

    FirstWords(Connector connector, Duration patience) {
        this.connector = connector;
        this.patience = patience;
        later.setRemoveOnCancelPolicy(true);
    }

    /** Begins to wait for the answer to an activity. */
    FirstWord about(Room room, String activity) {
        FirstWord word = new FirstWord(room, activity);
        word.alarm = later.schedule(
                () -> Thread.startVirtualThread(word::speak), patience.toMillis(), TimeUnit.MILLISECONDS);
        return word;
    }

    /** Said once, or not at all when the answer is quicker. */
    final class FirstWord {

        private final Room room;
        private final String activity;
        private final AtomicBoolean settled = new AtomicBoolean();
        private final CompletableFuture<String> said = new CompletableFuture<>();
        private volatile Future<?> alarm = CompletableFuture.completedFuture("");

        private FirstWord(Room room, String activity) {
            this.room = room;
            this.activity = activity;
        }

        /** The answer is there: the id of the message that it replaces, if something was said meanwhile. */
        Optional<String> over() {
            alarm.cancel(false);
            if (settled.compareAndSet(false, true)) {
                said.complete("");
            }
            return Optional.of(said.join()).filter(id -> !id.isEmpty());
        }

        private void speak() {
            if (!settled.compareAndSet(false, true)) {
                return;
            }
            try {
                said.complete(connector.reply(room, activity, Outgoing.text(WORD)));
            } catch (Problem e) {
                log.info("no first word: {}", e.getMessage());
            } finally {
                said.complete("");
            }
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
