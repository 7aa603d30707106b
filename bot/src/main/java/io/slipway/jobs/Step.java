package io.slipway.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.slipway.alm.Problem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Turns what a step returns, or throws, into what the scheduler does next. */
final class Step<S> {

    private static final Logger LOG = LoggerFactory.getLogger(Step.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    /** What nobody foresaw, such as a database that is away for a moment, is tried again so often. */
    private static final int SLIPS = 5;

    private final DurableTask<S> task;
    private final int patience;
    private final InstantSource time;
    private final Runnable wake;

    Step(DurableTask<S> task, int patience, InstantSource time, Runnable wake) {
        this.task = task;
        this.patience = patience;
        this.time = time;
        this.wake = wake;
    }

    CustomTask<S> task() {
        return Tasks.custom(task.name(), task.stateType())
                .onFailure(this::failed)
                .onDeadExecutionRevive()
                .execute((instance, context) -> next(step(instance)));
    }

    private Next<S> step(TaskInstance<S> instance) {
        return withIds(instance, () -> task.step(instance.getId(), instance.getData()));
    }

    /** The thread is the engine's: what is noted on it is taken off again. */
    private <T> T withIds(TaskInstance<S> instance, Supplier<T> work) {
        Map<String, String> ids = task.ids(instance.getData());
        ids.forEach(MDC::put);
        try {
            return work.get();
        } finally {
            ids.keySet().forEach(MDC::remove);
        }
    }

    private CompletionHandler<S> next(Next<S> next) {
        return switch (next) {
            case Next.Then<S> then ->
                (complete, operations) -> {
                    operations.reschedule(complete, time.instant(), then.state());
                    wake.run();
                };
            case Next.Later<S> later ->
                (complete, operations) ->
                        operations.reschedule(complete, time.instant().plus(later.delay()), later.state());
            case Next.Done<S> done -> (complete, operations) -> operations.remove();
        };
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<S> operations) {
        int failures = complete.getExecution().consecutiveFailures;
        Optional<Throwable> cause = complete.getCause();
        Problem problem = problem(cause);
        LOG.warn(
                "task={} instance={} failures={} {}",
                task.name(),
                instance(complete).getId(),
                failures + 1,
                said(problem));
        boolean foreseen = cause.filter(Problem.class::isInstance).isPresent();
        if (problem instanceof Problem.Unavailable unavailable && failures < patience) {
            operations.reschedule(complete, time.instant().plus(pause(unavailable.retryAfter(), failures)));
        } else if (!foreseen && failures < SLIPS) {
            operations.reschedule(complete, time.instant().plus(pause(Optional.empty(), failures)));
        } else {
            giveUp(complete, operations, problem);
        }
    }

    private void giveUp(ExecutionComplete complete, ExecutionOperations<S> operations, Problem problem) {
        try {
            task.gaveUp(instance(complete).getId(), instance(complete).getData(), problem);
            operations.remove();
        } catch (Problem.Unavailable untold) {
            operations.reschedule(complete, time.instant().plus(LONGEST_PAUSE));
        } catch (RuntimeException untold) {
            LOG.error(
                    "task={} instance={} ended untold",
                    task.name(),
                    instance(complete).getId(),
                    untold);
            operations.remove();
        }
    }

    @SuppressWarnings("unchecked")
    private TaskInstance<S> instance(ExecutionComplete complete) {
        return (TaskInstance<S>) complete.getExecution().taskInstance;
    }

    /** What people hear has nothing of the inside in it. */
    private static Problem problem(Optional<Throwable> cause) {
        return cause.filter(Problem.class::isInstance)
                .map(Problem.class::cast)
                .orElseGet(() -> new Problem.Broken(
                        "Something in Slipway broke. Whoever runs it finds the reason in the log.",
                        cause.orElse(null)));
    }

    private static String said(Problem problem) {
        Throwable cause = problem.getCause();
        if (!(problem instanceof Problem.Broken) || cause == null) {
            return problem.getMessage();
        }
        Object where = cause.getStackTrace().length == 0 ? "nowhere" : cause.getStackTrace()[0];
        return problem.getMessage() + " " + String.valueOf(cause).replaceAll("\\s+", " ") + " at " + where;
    }

    /** Doubles from a second to five minutes; never shorter than what the other side asked for. */
    private static Duration pause(Optional<Duration> asked, int failures) {
        Duration grown = Duration.ofSeconds(1L << Math.min(failures, 9));
        Duration own = grown.compareTo(LONGEST_PAUSE) < 0 ? grown : LONGEST_PAUSE;
        return asked.filter(wait -> wait.compareTo(own) > 0).orElse(own);
    }
}
