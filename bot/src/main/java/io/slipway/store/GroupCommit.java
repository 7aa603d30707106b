package io.slipway.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Gathers the writes that arrive while a commit is under way into the next one: nobody waits longer than two commits,
 * and a busy service makes few.
 *
 * @param <W> one write
 */
final class GroupCommit<W> implements AutoCloseable {

    private static final int LARGEST_GROUP = 500;

    private final BlockingQueue<Waiting<W>> queue = new LinkedBlockingQueue<>();
    private final Consumer<List<W>> commit;
    private final Thread writer;

    /** The consumer writes a group in one transaction, or throws and has written nothing. */
    GroupCommit(String name, Consumer<List<W>> commit) {
        this.commit = commit;
        this.writer = Thread.ofVirtual().name(name).start(this::run);
    }

    private record Waiting<W>(W write, CompletableFuture<Void> done) {}

    /** Hands a write over; the future ends when it is durable. */
    CompletableFuture<Void> add(W write) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        queue.add(new Waiting<>(write, done));
        return done;
    }

    /** Writes and returns when it is durable; throws what the commit threw. */
    void write(W write) {
        try {
            add(write).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void run() {
        List<Waiting<W>> group = new ArrayList<>();
        while (!Thread.currentThread().isInterrupted()) {
            group.clear();
            try {
                group.add(queue.take());
            } catch (InterruptedException closed) {
                return;
            }
            queue.drainTo(group, LARGEST_GROUP - 1);
            commit(group);
        }
    }

    private void commit(List<Waiting<W>> group) {
        try {
            commit.accept(group.stream().map(Waiting::write).toList());
            group.forEach(waiting -> waiting.done().complete(null));
        } catch (RuntimeException together) {
            if (group.size() == 1) {
                group.getFirst().done().completeExceptionally(together);
            } else {
                group.forEach(waiting -> commit(List.of(waiting)));
            }
        }
    }

    @Override
    public void close() {
        writer.interrupt();
    }
}
