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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what a step returns, or throws, into what the scheduler does next. */
final class Step<S> {

    private static final Logger LOG = LoggerFactory.getLogger(Step.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

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
                .execute((instance, context) -> next(task.step(instance.getId(), instance.getData())));
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
        Problem problem = problem(complete.getCause().orElse(null));
        LOG.warn(
                "task={} instance={} failures={} {}",
                task.name(),
                instance(complete).getId(),
                failures + 1,
                said(problem));
        if (problem instanceof Problem.Unavailable unavailable && failures < patience) {
            operations.reschedule(complete, time.instant().plus(pause(unavailable, failures)));
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

    private static Problem problem(Throwable cause) {
        return cause instanceof Problem problem
                ? problem
                : new Problem.Broken("Something in Slipway broke: " + cause, cause);
    }

    private static String said(Problem problem) {
        return problem instanceof Problem.Broken && problem.getCause() != null
                ? problem.getMessage() + " at " + problem.getCause().getStackTrace()[0]
                : problem.getMessage();
    }

    /** Doubles from a second to five minutes; never shorter than what the other side asked for. */
    private static Duration pause(Problem.Unavailable unavailable, int failures) {
        Duration grown = Duration.ofSeconds(1L << Math.min(failures, 9));
        Duration own = grown.compareTo(LONGEST_PAUSE) < 0 ? grown : LONGEST_PAUSE;
        return unavailable
                .retryAfter()
                .filter(asked -> asked.compareTo(own) > 0)
                .orElse(own);
    }
}
