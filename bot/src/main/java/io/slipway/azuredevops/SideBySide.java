package io.slipway.azuredevops;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks Azure DevOps several questions at a time, but never so many that it minds. */
final class SideBySide {

    private static final int AT_ONCE = 8;

    private SideBySide() {}

    /** The answers in the order of the questions; the first problem is everybody's. */
    static <A, B> List<B> ask(List<A> questions, Function<A, B> ask) {
        List<Callable<B>> calls =
                questions.stream().<Callable<B>>map(q -> () -> ask.apply(q)).toList();
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<B> answers = new ArrayList<>();
            for (Future<B> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking Azure DevOps", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException problem ? problem : new IllegalStateException(e.getCause());
        }
    }
}
