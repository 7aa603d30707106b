package io.slipway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.cards.Fields;
import io.slipway.cards.Verbs;
import io.slipway.ports.Click;
import io.slipway.ports.Inbox;
import io.slipway.ports.Message;
import io.slipway.ports.Reply;
import io.slipway.ports.Room;
import io.slipway.pretend.People;
import io.slipway.pretend.PretendMemory;
import io.slipway.pretend.TurnedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ChatTest {

    private final PretendMemory memory = new PretendMemory();
    private final TurnedClock clock = new TurnedClock();
    private final List<String> done = new ArrayList<>();
    private Optional<Person> signedIn = Optional.of(People.MIA);
    private Function<Ask, Reply> does = ask -> {
        done.add(ask.words().arguments().toString());
        return new Reply.Say("On it: **" + ask.words().arguments() + "**");
    };

    private final Inbox chat = new Chat(
            new Commands(List.of(new Plan("deploy", true), new Plan("status", false), new Plan("help", false))),
            new Clicks(List.of(new Button())),
            person -> signedIn.filter(person::equals).isPresent(),
            new Chat.Memory(memory, memory, clock),
            room -> new Reply.Say("hello"));

    private final class Plan implements Command {
        private final String name;
        private final boolean personal;

        Plan(String name, boolean personal) {
            this.name = name;
            this.personal = personal;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String synopsis() {
            return name;
        }

        @Override
        public String purpose() {
            return name;
        }

        @Override
        public List<Example> examples() {
            return List.of();
        }

        @Override
        public boolean personal() {
            return personal;
        }

        @Override
        public Optional<String> closed(Person person, Room room) {
            return name.equals("status") && room.equals(People.PERSONAL) ? Optional.of("Not here.") : Optional.empty();
        }

        @Override
        public String typed(Map<String, String> form) {
            return name + " " + form.get(Fields.SOLUTION);
        }

        @Override
        public Reply handle(Ask ask) {
            return name.equals("help") ? new Reply.Say("This is help.") : does.apply(ask);
        }
    }

    private final class Button implements CardAction {
        @Override
        public String verb() {
            return "press";
        }

        @Override
        public boolean personal() {
            return true;
        }

        @Override
        public Reply handle(Press press) {
            throw new Problem.Refused("Azure DevOps says no.");
        }
    }

    private Reply say(String text) {
        return chat.message(new Message("c/1", People.GENERAL, People.MIA, text, Locale.ENGLISH));
    }

    private Reply press(String verb, Map<String, String> data) {
        return chat.click(new Click("c/2", People.GENERAL, "card", People.MIA, verb, data, false, Locale.ENGLISH));
    }

    private static String shown(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Show.class);
        return ((Reply.Show) reply).card().json();
    }

    @Test
    void the_first_word_finds_the_command() {
        assertThat(say("DEPLOY Expenses")).isEqualTo(new Reply.Say("On it: **[Expenses]**"));
    }

    @Test
    void nothing_said_is_a_call_for_help() {
        assertThat(say("<at>Slipway</at>")).isEqualTo(new Reply.Say("This is help."));
    }

    @Test
    void a_slip_of_the_finger_gets_a_button_that_runs_the_corrected_line() {
        assertThat(shown(say("depoly Expenses to test"))).contains("deploy Expenses to test", "depoly");

        Reply reply = press(Verbs.COMMAND_RUN, Map.of(Fields.COMMAND, "deploy Expenses to test"));

        assertThat(shown(reply)).contains("On it: [Expenses, to, test]").doesNotContain("**");
        assertThat(done).containsExactly("[Expenses, to, test]");
    }

    @Test
    void something_else_gets_a_hint() {
        assertThat(say("elephants *all* over"))
                .isInstanceOfSatisfying(
                        Reply.Say.class, reply -> assertThat(reply.text()).contains("elephants", "`help`"));
    }

    @Test
    void a_form_is_what_one_would_have_typed() {
        press(Verbs.FORM_SUBMIT, Map.of(Fields.COMMAND, "deploy", Fields.SOLUTION, "Expenses"));

        assertThat(done).containsExactly("[Expenses]");
    }

    @Test
    void whoever_has_not_signed_in_is_asked_to_and_what_they_typed_goes_on_afterwards_once() {
        signedIn = Optional.empty();
        assertThat(say("deploy Expenses")).isInstanceOf(Reply.SignIn.class);
        assertThat(done).isEmpty();

        signedIn = Optional.of(People.MIA);

        assertThat(chat.signedIn(People.MIA))
                .containsExactly(new Inbox.Answer(People.MIA, People.GENERAL, new Reply.Say("On it: **[Expenses]**")));
        assertThat(chat.signedIn(People.MIA)).isEmpty();
        assertThat(done).hasSize(1);
    }

    @Test
    void what_was_typed_long_before_a_sign_in_is_not_done_unasked() {
        signedIn = Optional.empty();
        say("deploy Expenses to prod");

        clock.turn(Duration.ofDays(4));
        signedIn = Optional.of(People.MIA);

        assertThat(chat.signedIn(People.MIA))
                .singleElement()
                .satisfies(answer -> assertThat(answer.reply())
                        .isInstanceOfSatisfying(
                                Reply.Say.class,
                                said -> assertThat(said.text()).contains("deploy Expenses to prod", "again")));
        assertThat(done).isEmpty();
    }

    @Test
    void a_sign_in_that_runs_out_on_the_way_is_asked_for_and_taken_up() {
        Function<Ask, Reply> well = does;
        does = ask -> {
            throw new Problem.SignInNeeded("Your sign-in has run out.", "");
        };
        assertThat(say("deploy Expenses")).isEqualTo(new Reply.SignIn("Your sign-in has run out."));

        does = well;

        assertThat(chat.signedIn(People.MIA)).hasSize(1);
    }

    @Test
    void a_sign_in_that_changes_nothing_is_not_asked_for_again_and_again() {
        does = ask -> {
            throw new Problem.SignInNeeded("Azure DevOps wants you to sign in again.", "");
        };
        assertThat(say("deploy Expenses")).isInstanceOf(Reply.SignIn.class);

        assertThat(chat.signedIn(People.MIA))
                .singleElement()
                .satisfies(answer -> assertThat(answer.reply())
                        .isInstanceOfSatisfying(
                                Reply.Say.class, said -> assertThat(said.text()).contains("still not accepted")));
        assertThat(chat.signedIn(People.MIA)).isEmpty();
    }

    @Test
    void a_press_by_somebody_who_has_not_signed_in_asks_for_it() {
        signedIn = Optional.empty();

        assertThat(press("press", Map.of())).isInstanceOf(Reply.SignIn.class);
    }

    @Test
    void a_refused_press_says_why_with_a_number_to_ask_about() {
        assertThat(press("press", Map.of()))
                .isInstanceOfSatisfying(
                        Reply.Refuse.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("Azure DevOps says no.")
                                .matches(".*\\([0-9a-f]{12}\\)"));
    }

    @Test
    void whatever_breaks_becomes_words_without_a_trace_of_the_inside() {
        does = ask -> {
            throw new IllegalStateException("NullPointer in Bearer eyJ0eXAi");
        };

        assertThat(shown(say("deploy")))
                .contains("Something in Slipway broke")
                .doesNotContain("NullPointer", "Bearer", "IllegalState");
    }

    @Test
    void a_service_that_is_away_is_worth_another_try() {
        does = ask -> {
            throw new Problem.Unavailable("Azure DevOps does not answer.", new IllegalStateException());
        };

        assertThat(shown(say("deploy"))).contains("Azure DevOps does not answer.", "Try again in a moment.");
    }

    @Test
    void a_command_that_is_closed_here_says_why() {
        Message message = new Message("c/1", People.PERSONAL, People.MIA, "status", Locale.ENGLISH);

        assertThat(chat.message(message)).isEqualTo(new Reply.Say("Not here."));
    }

    @Test
    void whatever_an_act_causes_bears_the_number_that_people_are_told() {
        does = ask -> new Reply.Say(MDC.get("correlation") + " is " + ask.key());

        assertThat(say("deploy"))
                .isInstanceOfSatisfying(
                        Reply.Say.class, said -> assertThat(said.text()).matches("([0-9a-f]{12}) is \\1"));
        assertThat(MDC.get("correlation")).isNull();
    }

    @Test
    void an_unknown_button_is_refused() {
        assertThat(press("nonsense", Map.of())).isInstanceOf(Reply.Refuse.class);
        assertThat(press(Verbs.FORM_SUBMIT, Map.of(Fields.COMMAND, "nonsense"))).isInstanceOf(Reply.Refuse.class);
    }

    @Test
    void no_to_a_question_leaves_everything_as_it_is() {
        assertThat(shown(press(Verbs.CONFIRM_NO, Map.of(Fields.COMMAND, "deploy Expenses"))))
                .contains("Left as it is.");
        assertThat(done).isEmpty();
    }

    @Test
    void hello_is_said_once_however_often_teams_tells_of_it() {
        assertThat(chat.joined(People.GENERAL, "1")).isEqualTo(new Reply.Say("hello"));
        assertThat(chat.joined(People.GENERAL, "2")).isEqualTo(new Reply.Silence());
    }
}
