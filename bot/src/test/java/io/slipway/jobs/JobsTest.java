package io.slipway.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.alm.Problem;
import io.slipway.store.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobsTest {

    private static final String BOTH = "io.slipway.jobs.JobsTest#databases";
    private static final JobsProperties QUICK =
            new JobsProperties(Duration.ofMillis(50), Duration.ofMillis(100), 10, 3);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T08:00:00Z"));
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private Jobs jobs;

    static Stream<?> databases() {
        return TestDatabases.both();
    }

    record Count(int value) {}

    private class Counting implements DurableTask<Count> {

        private final Function<Count, Next<Count>> step;

        Counting(Function<Count, Next<Count>> step) {
            this.step = step;
        }

        @Override
        public String name() {
            return "counting";
        }

        @Override
        public Class<Count> stateType() {
            return Count.class;
        }

        @Override
        public Next<Count> step(String instance, Count state) {
            heard.add(instance + " " + state.value());
            return step.apply(state);
        }

        @Override
        public void gaveUp(String instance, Count state, Problem problem) {
            heard.add("gave up: " + problem.getMessage());
        }
    }

    private Jobs running(DataSource database, DurableTask<?> task) {
        InstantSource time = now::get;
        Jobs started = new Jobs(database, QUICK, time, Stream.of(task), Stream.empty());
        started.start();
        return started;
    }

    private String next() throws InterruptedException {
        String next = heard.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("something happens within 20 s").isNotNull();
        return next;
    }

    private String nextWhileTimePasses() throws InterruptedException {
        for (int tries = 0; tries < 200; tries++) {
            now.updateAndGet(time -> time.plusSeconds(30));
            String next = heard.poll(100, TimeUnit.MILLISECONDS);
            if (next != null) {
                return next;
            }
        }
        throw new AssertionError("nothing happens, although time passes");
    }

    @AfterEach
    void stop() {
        if (jobs != null) {
            jobs.stop();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void steps_follow_each_other_and_a_later_one_waits_for_its_time(DataSource database) throws Exception {
        var task = new Counting(state -> switch (state.value()) {
            case 1 -> new Next.Then<>(new Count(2));
            case 2 -> new Next.Later<>(new Count(3), Duration.ofHours(1));
            default -> new Next.Done<>();
        });
        jobs = running(database, task);

        jobs.start(task, "expenses@test", new Count(1));

        assertThat(List.of(next(), next())).containsExactly("expenses@test 1", "expenses@test 2");
        assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
        now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
        assertThat(next()).isEqualTo("expenses@test 3");
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void a_name_is_a_lock_until_the_task_has_ended(DataSource database) throws Exception {
        var task = new Counting(
                state -> state.value() == 9 ? new Next.Done<>() : new Next.Later<>(new Count(9), Duration.ofHours(1)));
        jobs = running(database, task);

        assertThat(jobs.start(task, "expenses@test", new Count(1)).now()).isTrue();
        next();
        Started<Count> second = jobs.start(task, "expenses@test", new Count(5));

        assertThat(second.now()).isFalse();
        assertThat(second.running()).isPresent();
        assertThat(jobs.start(task, "expenses@prod", new Count(1)).now()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void the_other_side_being_away_is_tried_again_and_then_given_up(DataSource database) throws Exception {
        var task = new Counting(state -> {
            throw new Problem.Unavailable("Azure DevOps does not answer.", Optional.empty(), null);
        });
        jobs = running(database, task);

        jobs.start(task, "x", new Count(1));

        assertThat(next()).isEqualTo("x 1");
        assertThat(List.of(nextWhileTimePasses(), nextWhileTimePasses(), nextWhileTimePasses()))
                .containsExactly("x 1", "x 1", "x 1");
        assertThat(next()).isEqualTo("gave up: Azure DevOps does not answer.");
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void a_refusal_is_told_at_once_and_frees_the_name(DataSource database) throws Exception {
        var task = new Counting(state -> {
            throw new Problem.Refused("You may not queue builds.");
        });
        jobs = running(database, task);

        jobs.start(task, "x", new Count(1));

        assertThat(List.of(next(), next())).containsExactly("x 1", "gave up: You may not queue builds.");
        assertThat(jobs.start(task, "x", new Count(2)).running().filter(c -> c.value() == 2))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void what_nobody_foresaw_is_tried_again_before_it_is_given_up(DataSource database) throws Exception {
        var task = new Counting(state -> {
            throw new IllegalStateException("connection refused, password=secret");
        });
        jobs = running(database, task);

        jobs.start(task, "x", new Count(1));

        assertThat(next()).isEqualTo("x 1");
        for (int again = 0; again < 5; again++) {
            assertThat(nextWhileTimePasses()).isEqualTo("x 1");
        }
        assertThat(next()).startsWith("gave up: Something in Slipway broke").doesNotContain("secret", "Exception");
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void a_waiting_task_can_be_hastened(DataSource database) throws Exception {
        var task = new Counting(
                state -> state.value() == 2 ? new Next.Done<>() : new Next.Later<>(new Count(2), Duration.ofDays(1)));
        jobs = running(database, task);
        jobs.start(task, "x", new Count(1));
        next();
        jobs.stop();
        jobs = running(database, task);

        assertThat(jobs.hasten(task, "x")).isTrue();

        assertThat(next()).isEqualTo("x 2");
    }
}
