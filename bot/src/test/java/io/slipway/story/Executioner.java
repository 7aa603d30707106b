package io.slipway.story;

import io.slipway.sandbox.world.Exchanges;
import io.slipway.sandbox.world.Exchanges.Seen;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Kills the bot once, at its moment, and has it started again: as an operator's platform does. */
final class Executioner implements AutoCloseable {

    private final Exchanges exchanges;
    private final BotProcess bot;
    private final Moment moment;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final AtomicBoolean struck = new AtomicBoolean();
    private final CompletableFuture<Void> restarted = new CompletableFuture<>();
    private final ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor();

    private Executioner(Exchanges exchanges, BotProcess bot, Moment moment) {
        this.exchanges = exchanges;
        this.bot = bot;
        this.moment = moment;
    }

    /** Waits for the moment, from now on. */
    static Executioner waiting(Exchanges exchanges, BotProcess bot, Moment moment) {
        Executioner executioner = new Executioner(exchanges, bot, moment);
        exchanges.watch(executioner::look);
        if (moment instanceof Moment.After after) {
            executioner.threads.schedule(executioner::strike, after.time().toMillis(), TimeUnit.MILLISECONDS);
        }
        return executioner;
    }

    private void look(Seen request) {
        if (!ofTheBot(request)) {
            return;
        }
        String kind = Moment.kind(request);
        int which = counts.merge(kind + request.done(), 1, Integer::sum);
        if (new Moment.At(kind, which, request.done()).equals(moment) && strike() && !request.done()) {
            throw new Exchanges.Lost();
        }
    }

    /** The agents of Azure DevOps talk to Dataverse too, but do not only read solutions. */
    private static boolean ofTheBot(Seen request) {
        return !request.cloud().startsWith("Dataverse")
                || request.method().equals("GET") && request.path().endsWith("/solutions");
    }

    private boolean strike() {
        if (!struck.compareAndSet(false, true)) {
            return false;
        }
        bot.kill();
        bot.gone();
        Thread.startVirtualThread(() -> {
            try {
                bot.start();
                restarted.complete(null);
            } catch (RuntimeException | AssertionError e) {
                restarted.completeExceptionally(e);
            }
        });
        return true;
    }

    /** Whether the moment came. */
    boolean struck() {
        return struck.get();
    }

    /** Waits until a killed bot is there again. */
    void settled() {
        if (struck()) {
            restarted.join();
        }
    }

    @Override
    public void close() {
        exchanges.unwatch();
        threads.shutdownNow();
        settled();
    }
}
