package io.slipway.teams;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The last answers to invokes: one that arrives again, or once from each of a person's devices, gets the same answer
 * without being done again. Not durable, since what an invoke starts is once in effect anyway.
 */
final class RecentAnswers {

    private static final int MOST = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, CompletableFuture<InvokeAnswer>> answers = new LinkedHashMap<>();

    /** The answer under this key: the one given before, the one that is being made, or a new one. */
    InvokeAnswer once(String key, Supplier<InvokeAnswer> answering) {
        CompletableFuture<InvokeAnswer> ours = new CompletableFuture<>();
        CompletableFuture<InvokeAnswer> earlier = claim(key, ours);
        if (earlier != ours) {
            return joined(earlier);
        }
        try {
            ours.complete(answering.get());
        } catch (RuntimeException e) {
            forget(key);
            ours.completeExceptionally(e);
        }
        return joined(ours);
    }

    private CompletableFuture<InvokeAnswer> claim(String key, CompletableFuture<InvokeAnswer> ours) {
        lock.lock();
        try {
            CompletableFuture<InvokeAnswer> earlier = answers.putIfAbsent(key, ours);
            if (answers.size() > MOST) {
                answers.remove(answers.keySet().iterator().next());
            }
            return earlier == null ? ours : earlier;
        } finally {
            lock.unlock();
        }
    }

    private void forget(String key) {
        lock.lock();
        try {
            answers.remove(key);
        } finally {
            lock.unlock();
        }
    }

    private static InvokeAnswer joined(CompletableFuture<InvokeAnswer> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
