package io.slipway.sandbox.teams;

import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells every open page what changed, in order, by server-sent events. */
final class PageEvents implements AutoCloseable {

    private static final long HEARTBEAT_SECONDS = 15;

    private final List<SseClient> pages = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("teams-page").factory());

    PageEvents() {
        sender.scheduleAtFixedRate(
                () -> pages.forEach(page -> page.sendComment("still here")),
                HEARTBEAT_SECONDS,
                HEARTBEAT_SECONDS,
                TimeUnit.SECONDS);
    }

    void join(SseClient page) {
        page.keepAlive();
        page.onClose(() -> pages.remove(page));
        pages.add(page);
        tell("hello", Json.object());
    }

    void tell(String event, Object data) {
        if (pages.isEmpty()) {
            return;
        }
        String json = Json.MAPPER.writeValueAsString(data);
        try {
            sender.execute(() -> pages.forEach(page -> page.sendEvent(event, json)));
        } catch (RejectedExecutionException e) {
            pages.clear();
        }
    }

    @Override
    public void close() {
        pages.forEach(SseClient::close);
        sender.shutdownNow();
    }
}
