package io.slipway.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.teams.Answer;
import io.slipway.sandbox.teams.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S6 in its plain form: a solution goes to test. */
class DeployStory {

    @TempDir
    private Path folder;

    private Voyage voyage;

    @BeforeEach
    void begin() {
        voyage = Voyage.begin(folder);
    }

    @AfterEach
    void end() {
        voyage.close();
    }

    @Test
    void a_maker_deploys_to_test_and_one_card_tells_the_whole_run() {
        voyage.chats().say("mia", "general", "@Slipway deploy Expenses to test");

        voyage.reads("mia", "general", "On it: **Expenses 1.4.0.13 to Test**");
        Message card = voyage.ends("mia", "general", "Expenses 1.4.0.13 to Test");

        assertThat(card.readable()).contains("Succeeded", "Deploy to Test", "Mia Berger");
        assertThat(voyage.truth().version("test")).isEqualTo("1.4.0.13");
        assertThat(voyage.truth().version("prod")).isEqualTo("1.4.0.11");
        assertThat(voyage.cards("mia", "general", "Expenses 1.4.0.13 to Test")).hasSize(1);
        assertThat(voyage.truth().runs())
                .hasSize(1)
                .allSatisfy(run -> assertThat(run.requestedFor()).isEqualTo("Mia Berger"));
    }

    @Test
    void a_slip_of_the_finger_gets_a_button_that_mends_it() {
        voyage.chats().say("mia", "general", "@Slipway deploy Expences to test");

        Message question = voyage.reads("mia", "general", "Did you mean");
        voyage.chats().click("mia", question, "Expenses", Map.of());

        voyage.ends("mia", "general", "Expenses 1.4.0.13 to Test");
        assertThat(voyage.truth().version("test")).isEqualTo("1.4.0.13");
    }

    @Test
    void what_was_not_said_is_asked_on_a_form() {
        voyage.chats().say("mia", "personal", "deploy");

        Message form = voyage.sees(
                "mia",
                "personal",
                "a form",
                message -> !message.cards().isEmpty()
                        && message.cards().getFirst().toString().contains("Input.ChoiceSet"));
        voyage.chats()
                .click("mia", form, "form.submit", Map.of("solution", "Expenses", "version", "", "target", "test"));

        voyage.ends("mia", "personal", "Expenses 1.4.0.13 to Test");
    }

    @Test
    void the_second_person_is_told_who_is_there_already() {
        voyage.chats().say("mia", "general", "@Slipway deploy Expenses to prod");
        voyage.reads("mia", "general", "Waiting");

        voyage.chats().say("jonas", "releases", "@Slipway deploy Expenses to prod");

        Message told = voyage.reads("jonas", "releases", "already");
        assertThat(told.readable()).contains("Mia Berger", "waits for approval");
        assertThat(voyage.truth().runs()).hasSize(1);
    }

    @Test
    void a_message_that_is_delivered_three_times_has_one_effect() {
        Message message = voyage.chats().say("mia", "general", "@Slipway deploy Expenses to test");
        voyage.chats().deliverAgain(message);
        voyage.ends("mia", "general", "Expenses 1.4.0.13 to Test");
        voyage.chats().deliverAgain(message);

        voyage.chats().say("mia", "general", "@Slipway help");
        voyage.reads("mia", "general", "deploy <solution>");
        assertThat(voyage.truth().runs()).hasSize(1);
        assertThat(voyage.cards("mia", "general", "Expenses 1.4.0.13 to Test")).hasSize(1);
        assertThat(voyage.slipways("mia", "general").stream()
                        .filter(m -> m.readable().contains("On it")))
                .hasSize(1);
    }

    @Test
    void events_of_azure_devops_that_are_delivered_three_times_have_one_effect() {
        voyage.chats().say("rita", "general", "@Slipway connect " + voyage.organization() + "/Expenses for approvals");
        voyage.reads("rita", "general", "Expenses");
        voyage.chats().say("mia", "general", "@Slipway deploy Expenses to prod");
        voyage.reads("mia", "general", "Waiting");
        voyage.sees("rita", "general", "an approval", message -> Screen.offers(message, "approval.approve"));
        int delivered = voyage.sandbox().azureDevOps().switches().redeliver();
        assertThat(voyage.sandbox().azureDevOps().switches().redeliver()).isGreaterThanOrEqualTo(delivered);
        int said = voyage.slipways("mia", "general").size();

        voyage.chats().say("mia", "general", "@Slipway help");
        voyage.reads("mia", "general", "deploy <solution>");
        assertThat(delivered).isPositive();
        assertThat(voyage.truth().runs()).hasSize(1);
        assertThat(voyage.truth().approvals()).hasSize(1);
        assertThat(voyage.slipways("mia", "general")).hasSize(said + 1);
    }

    @Test
    void a_failed_import_names_the_component_and_its_error() {
        voyage.sandbox()
                .world()
                .faults("test")
                .failNextImport("con_expense", "0x80044150", "The attribute con_amount cannot change its type.");

        voyage.chats().say("mia", "general", "@Slipway deploy Expenses to test");

        Message card = voyage.ends("mia", "general", "Expenses 1.4.0.13 to Test");
        assertThat(card.readable()).contains("Failed", "con_amount cannot change its type");
        assertThat(voyage.truth().version("test")).isEqualTo("1.4.0.12");
    }

    @Test
    void a_failed_run_is_rerun_on_the_same_card_and_a_second_press_does_nothing() {
        voyage.sandbox().world().faults("test").failNextImport("con_expense", "0x80044150", "Generic SQL error.");
        voyage.chats().say("mia", "general", "@Slipway deploy Expenses to test");
        Message failed = voyage.reads("mia", "general", "Generic SQL error.");

        voyage.chats().click("mia", failed, "run.rerun", Map.of());
        Answer second = voyage.chats().press("mia", failed, Screen.action(failed, "run.rerun"), Map.of());

        assertThat(second).isNotInstanceOf(Answer.Broken.class);
        voyage.reads("mia", "general", "Succeeded");
        assertThat(voyage.truth().runs()).hasSize(1);
        assertThat(voyage.truth().attempts(voyage.truth().runs().getFirst().id()))
                .isEqualTo(2);
        assertThat(voyage.cards("mia", "general", "Expenses 1.4.0.13 to Test")).hasSize(1);
    }

    @Test
    void whoever_may_not_queue_is_told_which_right_is_missing() {
        voyage.sandbox().azureDevOps().switches().take("jonas", "Queue builds");

        voyage.chats().say("jonas", "general", "@Slipway deploy Expenses to test");

        voyage.reads("jonas", "general", "Queue builds");
        assertThat(voyage.truth().runs()).isEmpty();
    }

    @Test
    void a_version_that_nobody_built_gets_the_newest_ones_offered() {
        voyage.chats().say("mia", "general", "@Slipway deploy Expenses 9.9 to test");

        Message offer = voyage.reads("mia", "general", "No build has made version 9.9");
        voyage.chats().click("mia", offer, "1.4.0.13", Map.of());

        voyage.ends("mia", "general", "Expenses 1.4.0.13 to Test");
    }

    @Test
    void an_older_version_is_refused_with_the_reason() {
        voyage.chats().say("mia", "general", "@Slipway deploy Expenses 1.4.0.11 to test");

        voyage.reads("mia", "general", "Test has 1.4.0.12");
        assertThat(voyage.truth().runs()).isEmpty();
    }

    @Test
    void a_dry_run_starts_nothing() {
        voyage.chats().say("mia", "general", "@Slipway deploy Expenses to prod --dry-run");

        voyage.reads("mia", "general", "Nothing was started");
        assertThat(voyage.truth().runs()).isEmpty();
    }

    @Test
    void azure_devops_that_is_down_is_said_and_not_waited_for_in_silence() {
        voyage.sandbox().azureDevOps().switches().down(true);

        voyage.chats().say("mia", "general", "@Slipway deploy Expenses to test");

        voyage.reads("mia", "general", "Azure DevOps");
        voyage.sandbox().azureDevOps().switches().down(false);
        assertThat(voyage.truth().runs()).isEmpty();
    }

    @Test
    void whoever_cannot_be_signed_in_silently_signs_in_and_the_words_are_taken_up() {
        voyage.sandbox().teams().faults().silentSignIn("jonas", false);
        voyage.chats().say("jonas", "general", "@Slipway deploy Expenses to test");

        Message card = voyage.reads("jonas", "general", "please sign in");
        Answer.SignIn asked =
                (Answer.SignIn) voyage.chats().press("jonas", card, Screen.action(card, "signin.continue"), Map.of());
        String code = new Browser(voyage.sandbox().entraCertificate()).signIn("jonas", asked.url());
        voyage.chats().signedIn(asked, code);

        voyage.ends("jonas", "general", "Expenses 1.4.0.13 to Test");
        assertThat(voyage.truth().runs())
                .hasSize(1)
                .allSatisfy(run -> assertThat(run.requestedFor()).isEqualTo("Jonas Weber"));
        assertThat(voyage.slipways("jonas", "general"))
                .noneMatch(message -> message.readable().contains("please sign in"));
    }

    @Test
    void a_sign_in_card_works_for_whom_it_asked_only() {
        voyage.sandbox().teams().faults().silentSignIn("jonas", false);
        voyage.chats().say("jonas", "general", "@Slipway deploy Expenses to test");
        Message card = voyage.reads("jonas", "general", "please sign in");

        Answer answer = voyage.chats().press("mia", card, Screen.action(card, "signin.continue"), Map.of());

        assertThat(answer).isInstanceOf(Answer.Refused.class);
        assertThat(voyage.truth().runs()).isEmpty();
    }

    @Test
    void a_run_can_be_cancelled_and_its_card_ends() {
        voyage.chats().say("mia", "general", "@Slipway deploy Expenses to prod");
        Message card = voyage.reads("mia", "general", "Waiting");

        voyage.chats().click("mia", card, "run.cancel", Map.of());

        voyage.reads("mia", "general", "Cancelled");
        assertThat(List.of("canceled"))
                .contains(voyage.truth().runs().getFirst().result());
    }

    @Test
    void teams_being_slow_or_throttling_loses_nothing() {
        voyage.sandbox().teams().faults().throttle(2, 1);
        voyage.chats().say("mia", "general", "@Slipway deploy Expenses to test");
        voyage.sandbox().teams().faults().fail(1, 502);

        voyage.ends("mia", "general", "Expenses 1.4.0.13 to Test");
        assertThat(voyage.cards("mia", "general", "Expenses 1.4.0.13 to Test")).hasSize(1);
    }
}
