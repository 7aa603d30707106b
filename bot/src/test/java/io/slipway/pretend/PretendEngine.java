package io.slipway.pretend;

import io.slipway.alm.Problem;
import io.slipway.jobs.DurableTask;
import io.slipway.jobs.Engine;
import io.slipway.jobs.Next;
import io.slipway.jobs.Started;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The engine without a database or threads: steps run when the test says so, and states survive as JSON. */
public final class PretendEngine implements Engine {

    private static final int ENDLESS = 10_000;

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, DurableTask<?>> tasks = new HashMap<>();
    private final JsonMapper json = JsonMapper.builder().build();
    private final TurnedClock clock;
    private long number;

    public PretendEngine(TurnedClock clock) {
        this.clock = clock;
    }

    private record Entry(String task, String instance, String state, Instant due, long number) {}

    @Override
    public <S> Started<S> start(DurableTask<S> task, String instance, S state) {
        tasks.put(task.name(), task);
        Optional<S> running = running(task, instance);
        if (running.isEmpty()) {
            put(task, instance, state, Duration.ZERO);
        }
        return new Started<>(running);
    }

    private <S> void put(DurableTask<S> task, String instance, S state, Duration delay) {
        String written = json.writeValueAsString(state);
        entries.put(
                task.name() + "|" + instance,
                new Entry(task.name(), instance, written, clock.instant().plus(delay), number++));
    }

    @Override
    public <S> Optional<S> running(DurableTask<S> task, String instance) {
        return Optional.ofNullable(entries.get(task.name() + "|" + instance))
                .map(entry -> json.readValue(entry.state(), task.stateType()));
    }

    @Override
    public <S> List<S> running(DurableTask<S> task) {
        return entries.values().stream()
                .filter(entry -> entry.task().equals(task.name()))
                .map(entry -> json.readValue(entry.state(), task.stateType()))
                .toList();
    }

    @Override
    public boolean hasten(DurableTask<?> task, String instance) {
        String key = task.name() + "|" + instance;
        Entry entry = entries.get(key);
        if (entry == null) {
            return false;
        }
        entries.put(key, new Entry(entry.task(), instance, entry.state(), clock.instant(), entry.number()));
        return true;
    }

    /** After a restart the tasks are other objects; what they knew is as it was written. */
    public void restarted(DurableTask<?>... anew) {
        for (DurableTask<?> task : anew) {
            tasks.put(task.name(), task);
        }
    }

    /** Names of the tasks that have not ended. */
    public List<String> going() {
        return new ArrayList<>(entries.keySet());
    }

    /** Runs the step that is due first, turning the clock to its time; false when nothing is left. */
    public boolean step() {
        Optional<Entry> first =
                entries.values().stream().min(Comparator.comparing(Entry::due).thenComparing(Entry::number));
        first.ifPresent(entry -> {
            if (entry.due().isAfter(clock.instant())) {
                clock.turn(Duration.between(clock.instant(), entry.due()));
            }
            run(tasks.get(entry.task()), entry);
        });
        return first.isPresent();
    }

    /** Runs what is due within this time. */
    public void runFor(Duration time) {
        Instant end = clock.instant().plus(time);
        for (int i = 0; i < ENDLESS && due(end); i++) {
            step();
        }
        if (clock.instant().isBefore(end)) {
            clock.turn(Duration.between(clock.instant(), end));
        }
    }

    private boolean due(Instant end) {
        return entries.values().stream().anyMatch(entry -> !entry.due().isAfter(end));
    }

    private <S> void run(DurableTask<S> task, Entry entry) {
        S state = json.readValue(entry.state(), task.stateType());
        Next<S> next;
        try {
            next = task.step(entry.instance(), state);
        } catch (Problem.Unavailable away) {
            put(task, entry.instance(), state, Duration.ofSeconds(5));
            return;
        } catch (Problem given) {
            task.gaveUp(entry.instance(), state, given);
            entries.remove(task.name() + "|" + entry.instance());
            return;
        }
        switch (next) {
            case Next.Then<S> then -> put(task, entry.instance(), then.state(), Duration.ZERO);
            case Next.Later<S> later -> put(task, entry.instance(), later.state(), later.delay());
            case Next.Done<S> done -> entries.remove(task.name() + "|" + entry.instance());
        }
    }
}
