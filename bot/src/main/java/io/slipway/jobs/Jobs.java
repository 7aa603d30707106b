package io.slipway.jobs;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;

/**
 * The engine of durable steps. The name of a task's instance is a lock: it is free, or somebody is at it. Starts before
 * the service listens and stops after it has stopped listening.
 */
public final class Jobs implements Engine, SmartLifecycle {

    private static final Duration SHUTDOWN = Duration.ofSeconds(10);

    private final DataSource database;
    private final JobsProperties settings;
    private final InstantSource time;
    private final Stream<DurableTask<?>> tasks;
    private final Stream<Recurring> recurring;
    private volatile Optional<Scheduler> engine = Optional.empty();

    /** The streams are read when the engine starts, so that a task may itself start others. */
    Jobs(
            DataSource database,
            JobsProperties settings,
            InstantSource time,
            Stream<DurableTask<?>> tasks,
            Stream<Recurring> recurring) {
        this.database = database;
        this.settings = settings;
        this.time = time;
        this.tasks = tasks;
        this.recurring = recurring;
    }

    /** Starts a task under this name, unless one holds it already. Durable before it returns. */
    @Override
    public <S> Started<S> start(DurableTask<S> task, String instance, S state) {
        TaskInstance<S> named = new TaskInstance<>(task.name(), instance, state);
        while (!scheduler().scheduleIfNotExists(named, time.instant())) {
            Optional<S> running = running(task, instance);
            if (running.isPresent()) {
                return new Started<>(running);
            }
        }
        return new Started<>(Optional.empty());
    }

    /** The state of the task that holds this name, as it was at the end of its last step. */
    @Override
    public <S> Optional<S> running(DurableTask<S> task, String instance) {
        return scheduler()
                .getScheduledExecution(TaskInstanceId.of(task.name(), instance))
                .map(ScheduledExecution::getData)
                .map(task.stateType()::cast);
    }

    /** The states of all tasks of this kind that have not ended. */
    @Override
    public <S> List<S> running(DurableTask<S> task) {
        return scheduler().getScheduledExecutionsForTask(task.name(), task.stateType()).stream()
                .map(ScheduledExecution::getData)
                .toList();
    }

    /** Lets a waiting task take its next step now; one that is in a step is left alone and false is returned. */
    @Override
    public boolean hasten(DurableTask<?> task, String instance) {
        try {
            boolean moved = scheduler().reschedule(TaskInstanceId.of(task.name(), instance), time.instant());
            scheduler().triggerCheckForDueExecutions();
            return moved;
        } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException notWaiting) {
            return false;
        }
    }

    private Scheduler scheduler() {
        return engine.orElseThrow(() -> new IllegalStateException("the engine has not been started"));
    }

    @Override
    public void start() {
        List<Task<?>> known = new ArrayList<>();
        tasks.forEach(task -> known.add(new Step<>(task, settings.patience(), time, this::wake).task()));
        var returning = recurring.map(Jobs::returning).toList();
        Scheduler scheduler = Scheduler.create(database, known)
                .startTasks(returning)
                .serializer(new StateSerializer())
                .clock(time::instant)
                .threads(settings.steps())
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollingInterval(settings.polling())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(4)
                .enableImmediateExecution()
                .alwaysPersistTimestampInUTC()
                .failureLogging(LogLevel.OFF, false)
                .shutdownMaxWait(SHUTDOWN)
                .build();
        engine = Optional.of(scheduler);
        scheduler.start();
    }

    private static RecurringTask<Void> returning(Recurring recurring) {
        return Tasks.recurring(recurring.name(), FixedDelay.of(recurring.every()))
                .execute((instance, context) -> recurring.work().run());
    }

    private void wake() {
        scheduler().triggerCheckForDueExecutions();
    }

    @Override
    public void stop() {
        engine.ifPresent(Scheduler::stop);
        engine = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return engine.isPresent();
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
