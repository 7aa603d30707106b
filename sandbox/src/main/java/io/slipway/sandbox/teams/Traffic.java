package io.slipway.sandbox.teams;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The raw activities both ways, the last few hundred, for whoever wants to see what was really said. */
public final class Traffic {

    private static final int KEPT = 400;

    private final InstantSource time;
    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<Exchange>> listeners = new CopyOnWriteArrayList<>();
    private long count;

    Traffic(InstantSource time) {
        this.time = time;
    }

    /**
     * One request and its answer.
     *
     * @param direction {@code to bot} or {@code from bot}
     * @param status HTTP status of the answer, 0 when there was none
     */
    public record Exchange(
            long number,
            Instant at,
            String direction,
            String request,
            int status,
            @Nullable JsonNode body,
            @Nullable JsonNode answer) {}

    /** Everything kept, oldest first. */
    public List<Exchange> all() {
        lock.lock();
        try {
            return List.copyOf(exchanges);
        } finally {
            lock.unlock();
        }
    }

    void listen(Consumer<Exchange> listener) {
        listeners.add(listener);
    }

    void toBot(String request, int status, @Nullable JsonNode body, @Nullable JsonNode answer) {
        add("to bot", request, status, body, answer);
    }

    void fromBot(String request, int status, @Nullable JsonNode body, @Nullable JsonNode answer) {
        add("from bot", request, status, body, answer);
    }

    private void add(String direction, String request, int status, @Nullable JsonNode body, @Nullable JsonNode answer) {
        Exchange exchange;
        lock.lock();
        try {
            exchange = new Exchange(count++, time.instant(), direction, request, status, body, answer);
            exchanges.add(exchange);
            if (exchanges.size() > KEPT) {
                exchanges.remove();
            }
        } finally {
            lock.unlock();
        }
        listeners.forEach(listener -> listener.accept(exchange));
    }
}
