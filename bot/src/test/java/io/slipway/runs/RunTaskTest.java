package io.slipway.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.alm.Problem;
import io.slipway.alm.RunRef;
import io.slipway.alm.RunState;
import io.slipway.cards.Card;
import io.slipway.ports.Click;
import io.slipway.ports.Ledger.Entry;
import io.slipway.pretend.Kill;
import io.slipway.pretend.Kill.Killed;
import io.slipway.pretend.People;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunTaskTest {

    private final Stair stair = new Stair();

    private void begin() {
        RunPlan plan = stair.plan(People.MIA);
        stair.engine.start(stair.parts().task(), plan.lock(), plan);
    }

    private String onlyCard() {
        assertThat(stair.teams.cards()).hasSize(1);
        return stair.teams.cards().values().iterator().next().json();
    }

    @Test
    void a_run_has_one_card_that_ends_with_it() {
        begin();

        stair.engine.runFor(Duration.ofSeconds(30));
        assertThat(onlyCard()).contains("Expenses 1.4.0.13 to Test", "Mia Lindqvist");
        stair.azure.turn(4711, RunState.SUCCEEDED, 1);
        stair.engine.runFor(Duration.ofMinutes(3));

        assertThat(onlyCard()).contains("Succeeded");
        assertThat(stair.azure.acts()).containsExactly("queue Expenses/1.4.0.13/test/act1");
        assertThat(stair.engine.going()).isEmpty();
    }

    @Test
    void words_that_are_taken_up_late_after_a_kill_find_the_run_that_they_had_started() {
        begin();
        stair.engine.runFor(Duration.ofSeconds(30));
        stair.azure.turn(4711, RunState.FAILED, 1);
        stair.engine.runFor(Duration.ofMinutes(90));

        begin();
        stair.engine.runFor(Duration.ofMinutes(3));

        assertThat(stair.azure.acts()).containsExactly("queue Expenses/1.4.0.13/test/act1");
        onlyCard();
    }

    @Test
    void the_second_start_under_the_same_name_learns_who_is_there() {
        begin();
        RunPlan second = stair.plan(People.JONAS);

        var started = stair.engine.start(stair.parts().task(), second.lock(), second);

        assertThat(started.now()).isFalse();
        assertThat(started.running())
                .hasValueSatisfying(plan -> assertThat(plan.person()).isEqualTo(People.MIA));
    }

    @Test
    void the_act_is_written_down_before_and_after() {
        begin();
        stair.engine.runFor(Duration.ofSeconds(5));

        assertThat(stair.memory.ledger()).extracting(Entry::act).containsOnly("deploy");
        assertThat(stair.memory.ledger()).extracting(Entry::outcome).containsExactly("begun", "done");
    }

    @Test
    void what_a_run_causes_bears_its_ids_as_requests_can_carry_them() {
        RunTask task = stair.parts().task();
        RunPlan plan = stair.plan(People.MIA);

        assertThat(task.ids(plan)).isEqualTo(Map.of("correlation", "act1", "solution", "Expenses"));
        assertThat(task.ids(plan.at(RunPlan.Leg.FOLLOW, new RunRef(People.PROJECT, 4711))))
                .containsEntry("run", "4711");
    }

    /** Every moment before and after each call of a port, from the first step to the last. */
    static Stream<Integer> moments() {
        Stair rehearsal = new Stair();
        Kill counting = new Kill();
        live(rehearsal, counting);
        assertThat(counting.moments()).isGreaterThan(25);
        return IntStream.range(0, counting.moments()).boxed();
    }

    private static void live(Stair stair, Kill kill) {
        RunTask task = stair.start(kill, (run, gate) -> {}).task();
        RunPlan plan = stair.plan(People.MIA);
        stair.engine.start(task, plan.lock(), plan);
        goOn(stair);
    }

    private static void goOn(Stair stair) {
        stair.engine.runFor(Duration.ofSeconds(20));
        stair.azure.turn(4711, RunState.SUCCEEDED, 1);
        stair.engine.runFor(Duration.ofMinutes(3));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void a_kill_at_any_moment_leaves_one_run_and_one_card_that_ends_right(int moment) {
        Kill kill = new Kill();
        kill.at(moment);
        try {
            live(stair, kill);
        } catch (Killed killed) {
            stair.start(new Kill(), (run, gate) -> {});
            goOn(stair);
        }
        clientsRefreshWhatTheySee();

        assertThat(stair.azure.acts()).containsExactly("queue Expenses/1.4.0.13/test/act1");
        assertThat(onlyCard()).contains("Succeeded");
        assertThat(stair.engine.going()).isEmpty();
        assertThat(stair.memory.ledger()).extracting(Entry::outcome).contains("begun", "done");
    }

    private void clientsRefreshWhatTheySee() {
        for (String activity : List.copyOf(stair.teams.cards().keySet())) {
            stair.parts().orphans().check(refresh(activity), RunName.thing(new RunRef(People.PROJECT, 4711)));
        }
        stair.engine.runFor(Duration.ofSeconds(5));
    }

    private static Click refresh(String activity) {
        return new Click("c", People.GENERAL, activity, People.MIA, "run.refresh", Map.of(), true, Locale.ENGLISH);
    }

    @Test
    void a_message_that_somebody_deleted_is_posted_again() {
        begin();
        stair.engine.runFor(Duration.ofSeconds(10));
        stair.teams.cards().clear();

        stair.azure.turn(4711, RunState.FAILED, 1);
        stair.engine.runFor(Duration.ofMinutes(3));

        assertThat(onlyCard()).contains("Failed");
    }

    @Test
    void when_azure_devops_refuses_the_person_is_told_and_nothing_holds_the_name() {
        RunPlan plan = stair.plan(People.JONAS);

        stair.parts()
                .task()
                .gaveUp(plan.lock(), plan, new Problem.Refused("You may not queue runs of expenses-deploy."));

        assertThat(stair.teams.said())
                .singleElement()
                .asString()
                .contains("Jonas Weber", "was not deployed", "You may not queue runs", "act1");
        assertThat(stair.memory.ledger()).extracting(Entry::outcome).containsExactly("refused");
    }

    @Test
    void a_rerun_goes_on_the_same_card_as_attempt_2_and_is_asked_for_once() {
        begin();
        stair.engine.runFor(Duration.ofSeconds(10));
        stair.azure.turn(4711, RunState.FAILED, 1);
        stair.engine.runFor(Duration.ofMinutes(3));
        RunPlan again = stair.plan(People.MIA).rerunning(new RunRef(People.PROJECT, 4711), 1);

        stair.engine.start(stair.parts().task(), again.lock(), again);
        stair.engine.start(stair.parts().task(), again.lock(), again);
        stair.engine.runFor(Duration.ofSeconds(10));
        stair.azure.turn(4711, RunState.SUCCEEDED, 2);
        stair.engine.runFor(Duration.ofMinutes(3));

        assertThat(stair.azure.acts())
                .filteredOn(act -> act.startsWith("retry"))
                .hasSize(1);
        assertThat(onlyCard()).contains("Succeeded");
        assertThat(stair.engine.going()).isEmpty();
    }

    @Test
    void while_nothing_changes_the_looks_become_rare_and_the_card_is_left_alone() {
        begin();
        stair.engine.runFor(Duration.ofMinutes(2));
        stair.azure.gate("11111111-aaaa", 4711, 1, List.of());
        stair.engine.runFor(Duration.ofMinutes(2));
        int edits = stair.teams.edits();

        stair.engine.runFor(Duration.ofHours(1));

        assertThat(stair.teams.edits()).isEqualTo(edits);
        assertThat(onlyCard()).contains("Rita Okafor or Omar Haddad");
    }

    @Test
    void a_card_is_small_enough_to_be_understood_in_a_notification() {
        begin();
        stair.engine.runFor(Duration.ofSeconds(10));

        Card card = stair.teams.cards().values().iterator().next();

        assertThat(card.summary()).isEqualTo("Expenses 1.4.0.13 to Test: Running");
    }
}
