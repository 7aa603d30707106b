package io.slipway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.alm.Installed;
import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.alm.RunState;
import io.slipway.alm.Target;
import io.slipway.chat.Ask;
import io.slipway.chat.Words;
import io.slipway.ports.Message;
import io.slipway.ports.Reply;
import io.slipway.pretend.People;
import io.slipway.runs.Stair;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeployCommandTest {

    private final Stair stair = new Stair();
    private final Map<String, String> there = new HashMap<>(Map.of("test", "1.4.0.12", "prod", "1.4.0.11"));
    private final Departure departure = new Departure(
            People.CATALOG,
            this::installed,
            stair.engine,
            stair.parts().task(),
            new Busy(stair.azure, stair.clock),
            stair.clock);
    private final DeployCommand deploy = new DeployCommand(People.CATALOG, stair.azure, departure);

    private Optional<Installed> installed(Target target, String solution) {
        return switch (there.getOrDefault(target.name(), "")) {
            case "" -> Optional.empty();
            case "away" -> throw new Problem.Unavailable("Dataverse does not answer.", new IllegalStateException());
            default -> Optional.of(new Installed(solution, People.version(there.get(target.name())), true, People.NOW));
        };
    }

    @BeforeEach
    void the_clock_is_late_enough_for_lengths_of_time() {
        stair.clock.turn(Duration.ofHours(1));
    }

    private Reply say(Person person, String text) {
        Message message = new Message("m", People.GENERAL, person, text, Locale.ENGLISH);
        return deploy.handle(new Ask(message, Words.of(text), "act-" + person.id() + text.hashCode()));
    }

    private static String text(Reply reply) {
        return switch (reply) {
            case Reply.Say say -> say.text();
            case Reply.Show show -> show.card().json();
            case Reply.Silence silence -> "";
            case Reply.SignIn signIn -> signIn.reason();
            case Reply.Refuse refuse -> refuse.reason();
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deploy Expenses 1.4.0.13 to test",
                "deploy expenses to TEST",
                "deploy \"Expenses\" to Test.",
                "deploy Expenses test",
                "deploy 1.4.0.13 Expenses to test"
            })
    void whatever_the_wording_the_newest_package_goes_to_test_and_not_further(String line) {
        assertThat(text(say(People.MIA, line))).startsWith("On it: **Expenses 1.4.0.13 to Test**");

        assertThat(stair.engine.running(stair.parts().task(), "expenses@test")).hasValueSatisfying(plan -> {
            assertThat(plan.request().skippedStages()).containsExactly("prod");
            assertThat(plan.person()).isEqualTo(People.MIA);
        });
    }

    @Test
    void production_goes_through_test() {
        say(People.MIA, "deploy Expenses to prod");

        assertThat(stair.engine.running(stair.parts().task(), "expenses@prod"))
                .hasValueSatisfying(
                        plan -> assertThat(plan.request().skippedStages()).isEmpty());
    }

    @Test
    void the_second_person_learns_who_is_there_in_which_run_and_since_when() {
        say(People.MIA, "deploy Expenses to test");
        stair.engine.runFor(Duration.ofMinutes(3));

        assertThat(text(say(People.JONAS, "deploy Expenses to test")))
                .contains("Mia Lindqvist", "run 4711", "for 3", "Expenses 1.4.0.13 to Test");
        assertThat(stair.azure.acts()).hasSize(1);
    }

    @Test
    void the_same_message_delivered_again_is_the_same_deployment() {
        say(People.MIA, "deploy Expenses to test");
        stair.engine.runFor(Duration.ofSeconds(5));

        assertThat(text(say(People.MIA, "deploy Expenses to test"))).startsWith("On it");
        assertThat(stair.azure.acts()).hasSize(1);
    }

    @Test
    void when_the_first_has_ended_the_next_one_may_go() {
        say(People.MIA, "deploy Expenses to test");
        stair.engine.runFor(Duration.ofSeconds(5));
        stair.azure.turn(4711, RunState.SUCCEEDED, 1);
        stair.engine.runFor(Duration.ofMinutes(3));

        assertThat(text(say(People.JONAS, "deploy Expenses to test"))).startsWith("On it");
    }

    @Test
    void a_misspelt_solution_or_target_comes_back_corrected() {
        assertThat(text(say(People.MIA, "deploy Expences to test"))).contains("deploy Expenses to test");
        assertThat(text(say(People.MIA, "deploy Expenses to pord"))).contains("deploy Expenses to prod");
        assertThat(stair.engine.going()).isEmpty();
    }

    @Test
    void an_unknown_version_is_answered_with_the_newest_ones() {
        assertThat(text(say(People.MIA, "deploy Expenses 1.4.0.99 to test")))
                .contains("deploy Expenses 1.4.0.13 to test", "deploy Expenses 1.4.0.12 to test");
        assertThat(text(say(People.MIA, "deploy Expenses banana to test")))
                .contains("banana", "deploy Expenses 1.4.0.13 to test");
        assertThat(stair.engine.going()).isEmpty();
    }

    @Test
    void an_older_version_is_not_deployed() {
        assertThat(text(say(People.MIA, "deploy Expenses 1.4.0.11 to test"))).contains("Test has 1.4.0.12 already");
        assertThat(stair.engine.going()).isEmpty();
    }

    @Test
    void the_same_version_again_is_asked_about_first() {
        assertThat(text(say(People.MIA, "deploy Expenses 1.4.0.12 to test")))
                .contains("is in Test already", "deploy Expenses 1.4.0.12 to test --again");
        assertThat(stair.engine.going()).isEmpty();

        assertThat(text(say(People.MIA, "deploy Expenses 1.4.0.12 to test --again")))
                .startsWith("On it");
    }

    @Test
    void a_dry_run_only_tells() {
        assertThat(text(say(People.MIA, "deploy Expenses to prod —dry-run")))
                .contains("would start", "Test (now 1.4.0.12), then Production (now 1.4.0.11)", "Nothing was started");
        assertThat(stair.engine.going()).isEmpty();
    }

    @Test
    void an_environment_that_is_away_stops_nobody_but_is_mentioned() {
        there.put("test", "away");

        assertThat(text(say(People.MIA, "deploy Expenses to test")))
                .startsWith("On it")
                .contains("Dataverse does not answer.");
    }

    @Test
    void what_is_missing_is_asked_for() {
        assertThat(text(say(People.MIA, "deploy"))).contains("form.submit", "Expenses", "Production");
        assertThat(text(say(People.MIA, "deploy Expenses"))).contains("form.submit", "1.4.0.13");
        assertThat(deploy.typed(Map.of("solution", "Expenses", "version", "", "target", "test")))
                .isEqualTo("deploy Expenses to test");
    }

    @Test
    void without_a_package_it_says_what_to_do() {
        stair.azure.noPackages();

        assertThat(text(say(People.MIA, "deploy Expenses to test"))).contains("expenses-build", "Run the build first");
    }
}
