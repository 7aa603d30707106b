package io.slipway.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.alm.Decision;
import io.slipway.alm.Gate;
import io.slipway.alm.Problem;
import io.slipway.alm.RunRef;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AzureGatesTest {

    private static final String PENDING = """
            {"id": "a1", "status": "pending", "permissions": "%s", "minRequiredApprovers": 1, "createdOn": "2026-11-23T09:00:00.1234567Z",
             "instructions": "Look at the evidence",
             "steps": [
               {"assignedApprover": {"id": "i-rita", "displayName": "Rita Okafor", "descriptor": "aad.rita"}, "status": "pending"},
               {"assignedApprover": {"id": "g-1", "displayName": "Releasers", "descriptor": "vssgp.releasers"}, "status": "pending"}],
             "blockedApprovers": [{"displayName": null, "id": "i-mia"}], "pipeline": {"owner": {"id": 7, "name": "20261123.1"}}}
            """;

    private RecordedAzure server;
    private AzureGates gates;

    @BeforeEach
    void start() throws IOException {
        server = new RecordedAzure()
                .answer("GET .*/approvals/a1", PENDING.formatted("view"))
                .answer("GET .*/graph/descriptors/i-mia", "{\"value\": \"aad.mia\"}")
                .answer("GET .*/graph/users/aad.rita", "{\"origin\": \"aad\", \"originId\": \"entra-rita\"}")
                .answer("GET .*/graph/users/aad.mia", "{\"origin\": \"aad\", \"originId\": \"entra-mia\"}")
                .answer("GET .*/builds/7/timeline", """
                        {"records": [{"id": "s", "type": "Stage", "identifier": "prod"},
                         {"id": "c", "parentId": "s", "type": "Checkpoint", "state": "inProgress"},
                         {"id": "a1", "parentId": "c", "type": "Checkpoint.Approval", "state": "inProgress"}]}
                        """);
        gates = new AzureGates(server.azure(), RecordedAzure.CLOCK);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void people_are_known_by_their_entra_ids_and_groups_by_their_own() {
        Gate gate = gates.read(server.project(), "a1");

        assertThat(gate.approvers()).extracting(Gate.Approver::id).containsExactly("entra-rita", "g-1");
        assertThat(gate.blocked()).containsExactly("entra-mia");
        assertThat(gate.run()).isEqualTo(new RunRef(server.project(), 7));
        assertThat(gate.stage()).isEqualTo("prod");
        assertThat(gate.mayDecide()).isFalse();
    }

    @Test
    void whether_a_person_may_decide_is_asked_with_their_own_token() {
        server.answer("GET .*/approvals/a1", PENDING.formatted("view, update"));

        assertThat(gates.read(server.project(), "a1", RecordedAzure.RITA).mayDecide())
                .isTrue();
        RecordedRequest asked = server.sent().getFirst();
        assertThat(asked.getHeaders().get("Authorization")).isEqualTo("Bearer person-" + RecordedAzure.RITA.id());
    }

    @Test
    void a_decision_goes_by_id_on_the_approvers_token() {
        server.answer(
                "PATCH .*/approvals",
                "{\"value\": ["
                        + PENDING.formatted("view")
                                .replaceFirst("pending", "approved")
                                .replaceFirst(
                                        "\"status\": \"pending\"",
                                        "\"status\": \"approved\", \"comment\": \"fine\", \"actualApprover\": {\"displayName\": \"Rita Okafor\", \"descriptor\": \"aad.rita\"}")
                        + "]}");

        Gate after = gates.decide(server.project(), "a1", Decision.APPROVE, "fine", RecordedAzure.RITA);

        RecordedRequest sent = server.sent().stream()
                .filter(request -> request.getMethod().equals("PATCH"))
                .findFirst()
                .orElseThrow();
        assertThat(sent.getBody().utf8())
                .isEqualTo("[{\"approvalId\":\"a1\",\"status\":\"approved\",\"comment\":\"fine\"}]");
        assertThat(sent.getHeaders().get("Authorization")).isEqualTo("Bearer person-" + RecordedAzure.RITA.id());
        assertThat(after.state()).isEqualTo(Gate.GateState.APPROVED);
        assertThat(after.approvers().getFirst().decidedBy()).contains(new Gate.Decider("entra-rita", "Rita Okafor"));
    }

    @Test
    void somebody_who_may_not_decide_hears_which_right_is_missing() {
        server.answer(
                "PATCH .*/approvals",
                new MockResponse.Builder()
                        .code(403)
                        .body("{\"message\": \"You are not an approver.\"}")
                        .build());

        assertThatThrownBy(() -> gates.decide(server.project(), "a1", Decision.APPROVE, "", RecordedAzure.RITA))
                .isInstanceOf(Problem.Refused.class)
                .hasMessageContaining("approve the stage prod")
                .hasMessageContaining("You are not an approver.");
    }

    @Test
    void a_token_that_is_not_taken_any_more_is_thrown_away() {
        server.answer("PATCH .*/approvals", new MockResponse.Builder().code(401).build());

        assertThatThrownBy(() -> gates.decide(server.project(), "a1", Decision.APPROVE, "", RecordedAzure.RITA))
                .isInstanceOf(Problem.SignInNeeded.class);
        assertThat(server.forgotten()).containsExactly(RecordedAzure.RITA);
    }

    @Test
    void an_approval_that_is_gone_is_refused_in_words() {
        assertThatThrownBy(() -> gates.read(server.project(), "a9"))
                .isInstanceOf(Problem.Refused.class)
                .hasMessageContaining("not in Expenses any more");
    }
}
