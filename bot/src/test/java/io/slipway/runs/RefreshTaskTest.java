package io.slipway.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.alm.RunRef;
import io.slipway.alm.RunState;
import io.slipway.jobs.Next;
import io.slipway.pretend.Kill;
import io.slipway.pretend.People;
import io.slipway.runs.RefreshTask.Look;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshTaskTest {

    private static final RunRef RUN = new RunRef(People.PROJECT, 4711);

    private final Stair stair = new Stair();

    @BeforeEach
    void a_run_is_shown() {
        RunPlan plan = stair.plan(People.MIA);
        stair.azure.queue(plan.request(), People.MIA);
        stair.parts().cards().reserve(RunName.thing(RUN), People.GENERAL);
        stair.parts().updates().mayHaveChanged(RUN);
        stair.engine.runFor(Duration.ofSeconds(10));
    }

    @Test
    void three_hints_of_one_change_are_one_edit() {
        stair.azure.turn(4711, RunState.SUCCEEDED, 1);

        for (int i = 0; i < 3; i++) {
            stair.parts().updates().mayHaveChanged(RUN);
        }
        stair.engine.runFor(Duration.ofSeconds(10));

        assertThat(stair.teams.edits()).isEqualTo(1);
        assertThat(stair.engine.going()).isEmpty();
    }

    @Test
    void a_hint_that_comes_while_the_run_is_being_read_is_not_lost() {
        Look look = new Look(RUN);
        boolean[] once = {true};
        var parts = stair.start(new Kill(), (run, gate) -> {
            if (once[0]) {
                once[0] = false;
                stair.parts().hints().hear(RunName.of(RUN));
            }
        });
        stair.azure.gate("11111111-aaaa", 4711, 1, List.of());
        parts.refresh().step(RunName.of(RUN), look);
        once[0] = true;

        Next<Look> next = parts.refresh().step(RunName.of(RUN), look);

        assertThat(next).isInstanceOf(Next.Then.class);
        once[0] = false;
        assertThat(parts.refresh().step(RunName.of(RUN), look)).isInstanceOf(Next.Done.class);
    }

    @Test
    void while_azure_devops_wants_to_be_left_alone_the_card_says_that_it_waits() {
        stair.azure.busy(Optional.of(Duration.ofMinutes(1)));
        stair.parts().updates().mayHaveChanged(RUN);
        stair.engine.runFor(Duration.ofMinutes(1));

        assertThat(card()).contains("asks me to wait", "Running");
        assertThat(stair.teams.edits()).isEqualTo(1);

        stair.azure.busy(Optional.empty());
        stair.engine.runFor(Duration.ofMinutes(1));

        assertThat(card()).contains("Running").doesNotContain("asks me to wait");
    }

    private String card() {
        return stair.teams.cards().values().iterator().next().json();
    }

    @Test
    void edits_are_two_seconds_apart() {
        stair.azure.turn(4711, RunState.CANCELLING, 1);
        stair.parts().updates().mayHaveChanged(RUN);

        Next<Look> next = stair.parts().refresh().step(RunName.of(RUN), new Look(RUN));

        assertThat(next).isEqualTo(new Next.Later<>(new Look(RUN), Duration.ofSeconds(2)));
    }

    @Test
    void a_hint_about_a_run_that_is_shown_nowhere_costs_nothing() {
        stair.parts().updates().mayHaveChanged(new RunRef(People.PROJECT, 9));

        assertThat(stair.engine.going()).isEmpty();
    }

    @Test
    void whoever_follows_the_run_learns_of_its_end_at_once() {
        RunPlan plan = stair.plan(People.MIA);
        stair.engine.start(stair.parts().task(), plan.lock(), plan);
        stair.engine.runFor(Duration.ofMinutes(10));
        stair.azure.turn(4711, RunState.SUCCEEDED, 1);

        stair.parts().updates().mayHaveChanged(RUN);
        stair.engine.runFor(Duration.ofSeconds(10));

        assertThat(stair.engine.going()).isEmpty();
    }
}
