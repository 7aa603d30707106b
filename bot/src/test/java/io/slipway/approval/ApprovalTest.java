package io.slipway.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.alm.Decision;
import io.slipway.alm.Gate;
import io.slipway.alm.Gate.GateState;
import io.slipway.alm.Person;
import io.slipway.cards.Verbs;
import io.slipway.ports.Ledger.Entry;
import io.slipway.ports.Reply;
import io.slipway.pretend.Kill;
import io.slipway.pretend.Kill.Killed;
import io.slipway.pretend.People;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ApprovalTest {

    private static final String APPROVE_BUTTON = "\"" + Verbs.APPROVAL_APPROVE + "\"";

    private final ApprovalRoom room = new ApprovalRoom();

    @Test
    void a_waiting_stage_has_one_card_in_the_channel_for_approvals() {
        room.releasesIsTheChannelForApprovals();
        room.comesToTheGate(1);

        assertThat(room.stair.memory.of("gate:" + ApprovalRoom.GATE))
                .hasValueSatisfying(posting -> assertThat(posting.room()).isEqualTo(People.RELEASES.top()));
        assertThat(room.card()).contains("Expenses 1.4.0.13", "29:rita", "29:omar", "29:mia");
        assertThat(room.stair.teams.cards()).hasSize(2);
    }

    @Test
    void without_such_a_channel_it_is_asked_where_the_deployment_was_asked_for() {
        room.comesToTheGate(1);

        assertThat(room.stair.memory.of("gate:" + ApprovalRoom.GATE))
                .hasValueSatisfying(posting -> assertThat(posting.room()).isEqualTo(People.GENERAL));
    }

    @Test
    void everybody_sees_a_card_without_buttons_and_only_who_may_gets_them() {
        room.comesToTheGate(1);

        assertThat(room.card()).doesNotContain(APPROVE_BUTTON);
        assertThat(room.seenBy(People.RITA)).contains(APPROVE_BUTTON);
        assertThat(room.seenBy(People.JONAS))
                .doesNotContain(APPROVE_BUTTON)
                .contains("You are not among those who may decide this.");
        assertThat(room.seenBy(People.MIA)).doesNotContain(APPROVE_BUTTON).contains("You asked for this run");
    }

    @Test
    void an_approver_decides_and_everybody_sees_who_it_was() {
        room.comesToTheGate(1);

        room.press(People.RITA, Decision.APPROVE, "Looks good.");
        room.pass(10);

        assertThat(room.decisions()).containsExactly("APPROVE " + ApprovalRoom.GATE + " Rita Okafor");
        assertThat(room.card())
                .contains("Approved", "Rita Okafor", "Looks good.")
                .doesNotContain(APPROVE_BUTTON);
        assertThat(room.stair.memory.ledger())
                .filteredOn(entry -> entry.act().equals("approve"))
                .extracting(Entry::outcome)
                .containsExactly("begun", "done");
    }

    @Test
    void whoever_asked_may_not_approve_and_the_attempt_is_written_down() {
        room.comesToTheGate(1);

        assertThat(room.press(People.MIA, Decision.APPROVE, ""))
                .isInstanceOfSatisfying(
                        Reply.Refuse.class,
                        refused -> assertThat(refused.reason()).contains("four eyes", "Rita Okafor or Omar Haddad"));
        room.pass(10);

        assertThat(room.decisions()).isEmpty();
        assertThat(room.stair.memory.about(People.MIA.id(), 1))
                .extracting(Entry::outcome)
                .containsExactly("refused");
    }

    @Test
    void a_forged_click_of_somebody_else_is_refused() {
        room.comesToTheGate(1);

        assertThat(room.press(People.JONAS, Decision.APPROVE, "")).isInstanceOf(Reply.Refuse.class);
        room.pass(10);

        assertThat(room.decisions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nonsense,dev.azure.com/contoso/Expenses/4711",
        "6f1c2a4e-0000-4000-8000-000000000001,dev.azure.com/contoso/Payroll/4711",
        "6f1c2a4e-0000-4000-8000-000000000001,4711",
        "'',''",
        "../../x,dev.azure.com/contoso/Expenses/4711"
    })
    void a_click_that_names_nothing_of_ours_is_refused_and_written_down(String gate, String run) {
        room.comesToTheGate(1);

        Reply reply = room.press(People.RITA, Verbs.APPROVAL_APPROVE, Map.of("gate", gate, "run", run));
        room.pass(10);

        assertThat(reply).isInstanceOf(Reply.Refuse.class);
        assertThat(room.decisions()).isEmpty();
        assertThat(room.stair.memory.about(People.RITA.id(), 1))
                .extracting(Entry::outcome)
                .containsExactly("refused");
    }

    @Test
    void a_rejection_needs_a_reason() {
        room.comesToTheGate(1);

        assertThat(room.press(People.RITA, Decision.REJECT, "  ")).isInstanceOf(Reply.Refuse.class);
        room.press(People.RITA, Decision.REJECT, "The month is not closed.");
        room.pass(10);

        assertThat(room.decisions()).containsExactly("REJECT " + ApprovalRoom.GATE + " Rita Okafor");
        assertThat(room.card()).contains("The month is not closed.");
    }

    @Test
    void two_at_once_make_one_decision_and_both_see_it() {
        room.comesToTheGate(1);

        room.press(People.RITA, Decision.APPROVE, "");
        room.press(People.OMAR, Decision.REJECT, "Not today.");
        room.pass(10);

        assertThat(room.decisions()).hasSize(1);
        assertThat(room.seenBy(People.RITA)).contains("Approved", "Rita Okafor");
        assertThat(room.seenBy(People.OMAR)).contains("Approved", "Rita Okafor");
    }

    @Test
    void a_decision_in_the_browser_meanwhile_refreshes_the_card() {
        room.comesToTheGate(1);
        room.stair.azure.close(ApprovalRoom.GATE, GateState.REJECTED);

        Reply reply = room.press(People.RITA, Decision.APPROVE, "");
        room.pass(70);

        assertThat(reply).isInstanceOf(Reply.Show.class);
        assertThat(room.decisions()).isEmpty();
        assertThat(room.card()).contains("Rejected");
    }

    @Test
    void when_the_time_is_over_the_card_closes() {
        room.comesToTheGate(1);

        room.stair.azure.close(ApprovalRoom.GATE, GateState.TIMED_OUT);
        room.pass(70);

        assertThat(room.card()).contains("Timed out").doesNotContain(APPROVE_BUTTON);
    }

    @Test
    void where_two_must_approve_the_first_is_one_of_two() {
        room.comesToTheGate(2);

        room.press(People.RITA, Decision.APPROVE, "");
        room.pass(10);

        assertThat(room.card()).contains("1 of 2");
        assertThat(room.press(People.RITA, Decision.APPROVE, ""))
                .isInstanceOfSatisfying(
                        Reply.Refuse.class,
                        refused -> assertThat(refused.reason()).contains("You have decided already", "Omar Haddad"));
        room.press(People.OMAR, Decision.APPROVE, "");
        room.pass(10);
        assertThat(room.card()).contains("Approved", "Rita Okafor", "Omar Haddad");
    }

    @Test
    void somebody_with_the_same_name_has_decided_nothing_yet() {
        room.comesToTheGate(2);
        room.press(People.RITA, Decision.APPROVE, "");
        room.pass(10);
        Gate gate = room.stair.azure.read(People.PROJECT, ApprovalRoom.GATE, People.OMAR);

        assertThat(Approvers.saidAlready(gate, new Person(People.OMAR.id(), People.RITA.name(), "29:omar")))
                .isFalse();
        assertThat(Approvers.saidAlready(gate, People.RITA)).isTrue();
    }

    @Test
    void typing_is_the_same_as_pressing() {
        room.comesToTheGate(1);

        assertThat(((Reply.Show) room.type(People.RITA, "approvals")).card().json())
                .contains("Expenses 1.4.0.13 to Test");
        assertThat(room.type(People.JONAS, "approve 4711"))
                .isInstanceOfSatisfying(
                        Reply.Say.class, said -> assertThat(said.text()).contains("not among those who may decide"));
        assertThat(room.type(People.RITA, "reject 4711"))
                .isInstanceOfSatisfying(
                        Reply.Say.class, said -> assertThat(said.text()).contains("Say why"));
        room.type(People.RITA, "approve 4711 all tests are green.");
        room.pass(10);

        assertThat(room.card()).contains("all tests are green.");
    }

    static Stream<Integer> moments() {
        Kill counting = new Kill();
        ApprovalRoom rehearsal = new ApprovalRoom();
        live(rehearsal, counting);
        assertThat(counting.moments()).isGreaterThan(25);
        return IntStream.range(0, counting.moments()).boxed();
    }

    private static void live(ApprovalRoom room, Kill kill) {
        room.comesToTheGate(1);
        room.start(kill);
        room.press(People.RITA, Decision.APPROVE, "");
        room.pass(70);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void a_kill_at_any_moment_leaves_one_decision(int moment) {
        Kill kill = new Kill();
        kill.at(moment);
        try {
            live(room, kill);
        } catch (Killed killed) {
            room.start(new Kill());
            room.pass(70);
            if (room.decisions().isEmpty()) {
                room.press(People.RITA, Decision.APPROVE, "");
                room.pass(70);
            }
        }

        assertThat(room.decisions()).hasSize(1);
        assertThat(room.card()).contains("Approved");
    }
}
