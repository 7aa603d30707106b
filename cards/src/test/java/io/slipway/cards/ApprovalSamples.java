package io.slipway.cards;

import io.slipway.cards.ApprovalCard.Result;
import io.slipway.cards.ApprovalCard.Said;
import io.slipway.cards.ApprovalCard.View;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each state and view of the cards about approvals that is worth seeing. */
final class ApprovalSamples {
    private static final Instant THEN = Instant.parse("2026-11-23T09:30:00Z");
    private static final String LINK = "https://dev.azure.com/contoso/Expenses/_build/results?buildId=4711";
    private static final Said RITA = new Said("Rita Okafor", true, THEN, "Tested with *real* receipts, looks good.");
    private static final Said OMAR = new Said("Omar Haddad", true, THEN.plusSeconds(600), "");
    private static final Said NO =
            new Said("Rita Okafor", false, THEN, "Not before the month is closed.\nAsk again on Monday.");

    private ApprovalSamples() {}

    static Map<String, Face> all() {
        Map<String, Face> samples = new LinkedHashMap<>();
        samples.put("approval-everybody", approval(View.EVERYBODY, "", List.of(), 1));
        samples.put("approval-approver", approval(View.APPROVER, "", List.of(), 1));
        samples.put(
                "approval-requester",
                approval(
                        View.ONLOOKER,
                        "You asked for this deployment, so somebody else has to approve it.",
                        List.of(),
                        1));
        samples.put("approval-one-of-two", approval(View.APPROVER, "", List.of(RITA), 2));
        samples.put("approval-approved", approval(View.APPROVED, "", List.of(RITA), 1));
        samples.put("approval-two-of-two", approval(View.APPROVED, "", List.of(RITA, OMAR), 2));
        samples.put("approval-rejected", approval(View.REJECTED, "", List.of(NO), 1));
        samples.put(
                "approval-timed-out",
                approval(View.TIMED_OUT, "Deploy again to ask for a new approval.", List.of(), 1));
        samples.put("approval-cancelled", approval(View.CANCELLED, "Mia Berger cancelled the run.", List.of(), 1));
        samples.put("approval-first-time", firstTime());
        samples.put("approvals-none", new ApprovalsCard(List.of()));
        samples.put(
                "approvals-two", new ApprovalsCard(List.of(waiting("Expenses 1.4.0.13"), waiting("Travel 2.0.0.1"))));
        return samples;
    }

    private static ApprovalCard approval(View view, String reason, List<Said> decisions, int minimum) {
        List<Result> results = List.of(
                new Result("Build", State.SUCCEEDED, "4 min 2 s"),
                new Result("Deploy to Test", State.PARTLY, "3 min 12 s"));
        return new ApprovalCard(
                "0f5c7b1e",
                "contoso/Expenses/4711",
                "Expenses 1.4.0.13 to Production",
                "Production",
                "1.4.0.11",
                "1.4.0.13",
                "Mia Berger",
                results,
                decisions,
                minimum,
                decisions.isEmpty() ? "Rita Okafor, Omar Haddad" : "Omar Haddad",
                "Look at the test results and the calendar of the finance team.",
                Optional.of(THEN.plusSeconds(2592000)),
                view,
                reason,
                LINK,
                List.of("29:mia", "29:rita", "29:omar"));
    }

    private static ApprovalCard firstTime() {
        return new ApprovalCard(
                "0f5c7b1e",
                "contoso/Expenses/4711",
                "Expenses 1.4.0.13 to Production",
                "Production",
                "",
                "1.4.0.13",
                "Mia Berger",
                List.of(),
                List.of(),
                1,
                "",
                "",
                Optional.empty(),
                View.EVERYBODY,
                "",
                LINK,
                List.of());
    }

    private static ApprovalsCard.Waiting waiting(String what) {
        return new ApprovalsCard.Waiting(
                "0f5c7b1e", "contoso/Expenses/4711", what + " to Production", "Mia Berger", THEN, LINK);
    }
}
