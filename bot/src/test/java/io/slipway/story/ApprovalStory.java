package io.slipway.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.teams.Answer;
import io.slipway.sandbox.teams.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S7 in its plain form: production is approved with four eyes. */
class ApprovalStory {

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

    private Message gate(String person) {
        return voyage.sees(
                person, "general", "an approval card", message -> Screen.offers(message, "approval.approve"));
    }

    private void asked() {
        voyage.chats().say("mia", "general", "@Slipway deploy Expenses to prod");
        voyage.reads("mia", "general", "Waiting");
    }

    @Test
    void the_release_manager_approves_and_production_gets_the_version() {
        asked();

        Answer answer = voyage.chats().click("rita", gate("rita"), "approval.approve", Map.of("comment", "Looks good"));

        assertThat(answer).isInstanceOf(Answer.Card.class);
        voyage.ends("mia", "general", "Expenses 1.4.0.13 to Production");
        assertThat(voyage.truth().version("prod")).isEqualTo("1.4.0.13");
        assertThat(voyage.truth().approvals()).hasSize(1).allSatisfy(approval -> {
            assertThat(approval.status()).isEqualTo("approved");
            assertThat(approval.decidedBy()).containsExactly("Rita Okafor");
            assertThat(approval.comments()).containsExactly("Looks good");
        });
        assertThat(voyage.reads("omar", "general", "Looks good").readable()).contains("Rita Okafor");
    }

    @Test
    void whoever_asked_sees_why_they_may_not_approve_and_a_forged_click_is_refused() {
        asked();
        Message ritas = gate("rita");

        Message mias = voyage.chats().see("mia", ritas);
        Answer forged = voyage.chats().press("mia", ritas, Screen.action(ritas, "approval.approve"), Map.of());

        assertThat(Screen.offers(mias, "approval.approve")).isFalse();
        assertThat(mias.readable()).contains("You asked for this run");
        assertThat(forged).isNotInstanceOfAny(Answer.Broken.class, Answer.Sent.class);
        assertThat(voyage.truth().approvals())
                .allSatisfy(approval -> assertThat(approval.status()).isEqualTo("pending"));
        assertThat(voyage.truth().version("prod")).isEqualTo("1.4.0.11");
    }

    @Test
    void somebody_who_was_not_asked_is_refused_even_by_a_forged_click() {
        asked();
        Message ritas = gate("rita");

        Answer forged = voyage.chats().press("jonas", ritas, Screen.action(ritas, "approval.approve"), Map.of());

        assertThat(Screen.offers(voyage.chats().see("jonas", ritas), "approval.approve"))
                .isFalse();
        assertThat(forged).isNotInstanceOf(Answer.Broken.class);
        assertThat(voyage.truth().approvals())
                .allSatisfy(approval -> assertThat(approval.status()).isEqualTo("pending"));
    }

    @Test
    void approved_in_the_browser_meanwhile_the_card_shows_it() {
        asked();
        Message card = gate("rita");

        voyage.truth().approve("omar", voyage.truth().approvals().getFirst().id());

        Eventually.holds(
                "the card tells that Omar approved",
                () -> voyage.chats().see("rita", card).readable().contains("Omar Haddad approved"));
        assertThat(Screen.offers(voyage.chats().see("rita", card), "approval.approve"))
                .isFalse();
        voyage.ends("mia", "general", "Expenses 1.4.0.13 to Production");
    }

    @Test
    void two_approvers_at_once_make_one_decision_and_both_see_it() throws Exception {
        asked();
        Message ritas = gate("rita");
        Message omars = gate("omar");

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> clicks = List.of(
                    () -> voyage.chats().press("rita", ritas, Screen.action(ritas, "approval.approve"), Map.of()),
                    () -> voyage.chats().press("omar", omars, Screen.action(omars, "approval.approve"), Map.of()));
            for (var answer : both.invokeAll(clicks)) {
                assertThat(answer.get()).isNotInstanceOf(Answer.Broken.class);
            }
        }

        voyage.ends("mia", "general", "Expenses 1.4.0.13 to Production");
        assertThat(voyage.truth().approvals())
                .hasSize(1)
                .allSatisfy(approval -> assertThat(approval.decidedBy()).hasSize(1));
        String decider = voyage.truth().approvals().getFirst().decidedBy().getFirst();
        assertThat(voyage.chats().see("rita", ritas).readable()).contains(decider);
        assertThat(voyage.chats().see("omar", omars).readable()).contains(decider);
    }

    @Test
    void a_click_three_times_decides_once() {
        asked();
        Message card = gate("rita");

        for (int press = 0; press < 3; press++) {
            assertThat(voyage.chats().press("rita", card, Screen.action(card, "approval.approve"), Map.of()))
                    .isNotInstanceOf(Answer.Broken.class);
        }

        voyage.ends("mia", "general", "Expenses 1.4.0.13 to Production");
        assertThat(voyage.truth().approvals()).hasSize(1);
        assertThat(voyage.truth().runs()).hasSize(1);
    }

    @Test
    void a_rejection_needs_a_reason_and_ends_the_run() {
        asked();
        Message card = gate("rita");

        Answer without = voyage.chats().click("rita", card, "approval.reject", Map.of("reason", " "));
        assertThat(voyage.truth().approvals().getFirst().status()).isEqualTo("pending");
        assertThat(without).isNotInstanceOf(Answer.Broken.class);

        voyage.chats().click("rita", card, "approval.reject", Map.of("reason", "Not in the week of the audit"));

        Message run = voyage.ends("mia", "general", "Expenses 1.4.0.13 to Production");
        assertThat(run.readable()).contains("Rejected");
        voyage.reads("mia", "general", "Not in the week of the audit");
        assertThat(voyage.truth().version("prod")).isEqualTo("1.4.0.11");
    }

    @Test
    void a_gate_that_times_out_closes_its_card() {
        asked();
        Message card = gate("rita");

        voyage.sandbox().world().clock().turn(Duration.ofDays(31));

        Eventually.holds(
                "the approval card is closed",
                () -> !Screen.offers(voyage.chats().see("rita", card), "approval.approve"));
        voyage.ends("mia", "general", "Expenses 1.4.0.13 to Production");
        assertThat(voyage.chats().see("rita", card).readable()).contains("in time");
    }

    @Test
    void where_two_must_approve_the_card_shows_one_of_two() {
        voyage.sandbox().azureDevOps().switches().needApprovers("prod", 2);
        asked();

        voyage.chats().click("rita", gate("rita"), "approval.approve", Map.of());
        voyage.reads("mia", "general", "1 of 2");
        assertThat(voyage.truth().version("prod")).isEqualTo("1.4.0.11");
        voyage.chats().click("omar", gate("omar"), "approval.approve", Map.of());

        voyage.ends("mia", "general", "Expenses 1.4.0.13 to Production");
        assertThat(voyage.truth().version("prod")).isEqualTo("1.4.0.13");
    }

    @Test
    void people_who_prefer_to_type_decide_by_typing() {
        asked();
        gate("rita");
        voyage.chats().say("rita", "personal", "approvals");
        voyage.reads("rita", "personal", "Expenses 1.4.0.13");
        String id = voyage.truth().approvals().getFirst().id();

        voyage.chats().say("rita", "personal", "approve " + id);

        voyage.ends("mia", "general", "Expenses 1.4.0.13 to Production");
        assertThat(voyage.truth().approvals().getFirst().decidedBy()).containsExactly("Rita Okafor");
    }

    @Test
    void the_release_channel_gets_the_approval_card_when_it_is_connected_for_it() {
        voyage.chats().say("rita", "releases", "@Slipway connect " + voyage.organization() + "/Expenses for approvals");
        voyage.reads("rita", "releases", "Expenses");

        voyage.chats().say("mia", "general", "@Slipway deploy Expenses to prod");
        voyage.reads("mia", "general", "On it");

        Message card = voyage.sees(
                "rita", "releases", "an approval card", message -> Screen.offers(message, "approval.approve"));
        voyage.chats().click("rita", card, "approval.approve", Map.of());
        voyage.ends("mia", "general", "Expenses 1.4.0.13 to Production");
    }
}
