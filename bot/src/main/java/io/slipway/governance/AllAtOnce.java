package io.slipway.governance;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Asks several others side by side, so that the slowest and not the sum is waited for. */
final class AllAtOnce {

    private AllAtOnce() {}

    /** The answers in the order of the questions. The function makes an answer of every failure. */
    static <Q, A> List<A> ask(List<Q> questions, Function<Q, A> ask) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<A>> answers = questions.stream()
                    .map(question -> threads.submit(() -> ask.apply(question)))
                    .toList();
            threads.shutdown();
            return answers.stream().map(AllAtOnce::get).toList();
        }
    }

    private static <A> A get(Future<A> answer) {
        try {
            return answer.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while asking", stopped);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("an answer broke", broken.getCause());
        }
    }
}
