package io.slipway.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.alm.Catalog;
import io.slipway.alm.Problem;
import io.slipway.alm.Project;
import io.slipway.alm.RunState;
import io.slipway.alm.Solution;
import io.slipway.cards.Verbs;
import io.slipway.chat.Ask;
import io.slipway.chat.Press;
import io.slipway.chat.Words;
import io.slipway.ports.Bindings;
import io.slipway.ports.Click;
import io.slipway.ports.Ledger.Entry;
import io.slipway.ports.Message;
import io.slipway.ports.Reply;
import io.slipway.pretend.People;
import io.slipway.runs.ProjectsHere;
import io.slipway.runs.RunPlan;
import io.slipway.runs.Stair;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunButtonTest {

    private static final String RUN = "dev.azure.com/contoso/Expenses/4711";

    private final Stair stair = new Stair();
    private final RunControl control = new RunControl(
            People.CATALOG, stair.azure, stair.parts().drawing(), stair.parts().updates(), stair.memory, stair.clock);
    private final Busy busy = new Busy(stair.azure, stair.clock);
    private final RerunTask again = new RerunTask(stair.engine, stair.parts().task(), busy, stair.teams);
    private final Rerun rerun = new Rerun(
            People.CATALOG,
            stair.engine,
            stair.parts().task(),
            again,
            busy,
            stair.parts().cards(),
            stair.memory,
            stair.clock);
    private final Shown shown = new Shown(
            People.CATALOG, new ProjectsHere(People.CATALOG, new NothingBound()), stair.memory, stair.memory, control);

    @BeforeEach
    void a_run_goes_on() {
        RunPlan plan = stair.plan(People.MIA);
        stair.engine.start(stair.parts().task(), plan.lock(), plan);
        stair.engine.runFor(Duration.ofSeconds(10));
    }

    private Reply press(RunButton.Does does, Map<String, String> data, boolean automatic) {
        RunButton button = new RunButton(
                Verbs.RUN_CANCEL,
                does,
                People.CATALOG,
                stair.parts().reader(),
                stair.parts().orphans());
        Click click =
                new Click("c", People.GENERAL, "", People.JONAS, Verbs.RUN_CANCEL, data, automatic, Locale.ENGLISH);
        return button.handle(new Press(click, "key"));
    }

    private Ask ask(String text) {
        Message message = new Message("m", People.GENERAL, People.JONAS, text, Locale.ENGLISH);
        return new Ask(message, Words.of(text), "key");
    }

    @Test
    void cancel_stops_the_run_once() {
        var cancel = new RunButton.Does.Cancel(control);

        press(cancel, Map.of("run", RUN), false);
        Reply second = press(cancel, Map.of("run", RUN), false);

        assertThat(stair.azure.acts())
                .filteredOn(act -> act.startsWith("cancel"))
                .hasSize(1);
        assertThat(((Reply.Show) second).card().json()).contains("Cancelling");
        assertThat(stair.memory.ledger())
                .filteredOn(entry -> entry.act().equals("cancel"))
                .extracting(Entry::outcome)
                .containsExactly("begun", "done");
    }

    @Test
    void a_card_that_asks_by_itself_does_nothing() {
        press(new RunButton.Does.Cancel(control), Map.of("run", RUN), true);

        assertThat(stair.azure.acts()).hasSize(1);
    }

    @Test
    void a_forged_run_is_refused() {
        Reply reply = press(new RunButton.Does.Cancel(control), Map.of("run", "dev.azure.com/evil/Payroll/1"), false);

        assertThat(reply).isInstanceOf(Reply.Refuse.class);
        assertThat(stair.azure.acts()).hasSize(1);
    }

    @Test
    void a_run_of_another_pipeline_is_not_shown_to_whoever_names_it() {
        Solution payroll =
                new Solution("Payroll", "Payroll", People.PROJECT, "payroll-build", "payroll-deploy", List.of("test"));
        Catalog other = new Catalog(List.of(payroll), People.CATALOG.targets());
        RunButton button = new RunButton(
                Verbs.RUN_REFRESH,
                new RunButton.Does.Refresh(),
                other,
                stair.parts().reader(),
                stair.parts().orphans());
        Click click = new Click(
                "c", People.GENERAL, "", People.JONAS, Verbs.RUN_REFRESH, Map.of("run", RUN), false, Locale.ENGLISH);

        assertThat(button.handle(new Press(click, "key"))).isInstanceOf(Reply.Refuse.class);
    }

    @Test
    void a_second_press_on_rerun_within_one_attempt_does_nothing() {
        stair.azure.turn(4711, RunState.FAILED, 1);
        stair.engine.runFor(Duration.ofMinutes(3));
        var again = new RunButton.Does.Again(control, rerun);

        press(again, Map.of("run", RUN, "attempt", "1"), false);
        press(again, Map.of("run", RUN, "attempt", "1"), false);
        stair.engine.runFor(Duration.ofSeconds(10));
        press(again, Map.of("run", RUN, "attempt", "1"), false);
        stair.engine.runFor(Duration.ofSeconds(10));

        assertThat(stair.azure.acts())
                .filteredOn(act -> act.startsWith("retry"))
                .hasSize(1);
    }

    @Test
    void cancel_and_rerun_mean_the_newest_run_of_this_conversation() {
        assertThat(new CancelCommand(shown, control).handle(ask("cancel")))
                .isInstanceOfSatisfying(
                        Reply.Say.class, said -> assertThat(said.text()).contains("Expenses 1.4.0.13 to Test"));
        assertThat(new RerunCommand(shown, rerun).handle(ask("rerun")))
                .isInstanceOfSatisfying(
                        Reply.Say.class, said -> assertThat(said.text()).contains("No failed run"));

        stair.azure.turn(4711, RunState.FAILED, 1);
        stair.engine.runFor(Duration.ofMinutes(3));

        assertThat(new RerunCommand(shown, rerun).handle(ask("rerun 4711")))
                .isInstanceOfSatisfying(
                        Reply.Say.class, said -> assertThat(said.text()).contains("attempt 2"));
    }

    @Test
    void a_rerun_that_is_handled_again_after_a_kill_means_the_same_run() {
        stair.azure.turn(4711, RunState.FAILED, 1);
        stair.engine.runFor(Duration.ofMinutes(3));
        RunPlan second = stair.plan(People.JONAS, "act2");
        stair.engine.start(stair.parts().task(), second.lock(), second);
        stair.engine.runFor(Duration.ofSeconds(10));
        stair.azure.turn(4712, RunState.FAILED, 1);
        stair.engine.runFor(Duration.ofMinutes(3));

        new RerunCommand(shown, rerun).handle(ask("rerun"));
        stair.engine.runFor(Duration.ofSeconds(10));
        new RerunCommand(shown, rerun).handle(ask("rerun"));
        stair.engine.runFor(Duration.ofSeconds(10));

        assertThat(stair.azure.acts())
                .filteredOn(act -> act.startsWith("retry"))
                .containsExactly("retry 4712 test");
    }

    @Test
    void a_number_that_several_projects_have_is_not_guessed() {
        Project other = new Project(URI.create("https://dev.azure.com/fabrikam"), "Payroll");
        Solution payroll =
                new Solution("Payroll", "Payroll", other, "expenses-build", "expenses-deploy", List.of("test"));
        Catalog both = new Catalog(List.of(payroll, People.EXPENSES), People.CATALOG.targets());
        RunControl everywhere = new RunControl(
                both, stair.azure, stair.parts().drawing(), stair.parts().updates(), stair.memory, stair.clock);
        ProjectsHere projects = new ProjectsHere(both, new NothingBound());
        Shown unsure = new Shown(both, projects, stair.memory, stair.memory, everywhere);

        assertThatThrownBy(() -> new CancelCommand(unsure, everywhere).handle(ask("cancel 4711")))
                .isInstanceOf(Problem.Refused.class)
                .hasMessageContaining("Several projects have a run 4711");
        assertThat(stair.azure.acts()).hasSize(1);
    }

    /** No room is connected to a project. */
    private static final class NothingBound implements Bindings {

        @Override
        public void bind(Binding binding) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Binding> of(String place) {
            return Optional.empty();
        }

        @Override
        public List<Binding> to(Project project) {
            return List.of();
        }
    }
}
