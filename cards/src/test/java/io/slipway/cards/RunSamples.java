package io.slipway.cards;

import io.slipway.cards.RunCard.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each state of a run's card that is worth seeing. */
final class RunSamples {
    private static final String LINK = "https://dev.azure.com/contoso/Expenses/_build/results?buildId=4711";
    private static final String TITLE = "Expenses 1.4.0.13 to Production";
    private static final Step TESTED = new Step("Deploy to Test", State.SUCCEEDED, "3 min 12 s", -1);
    private static final Step NOT_YET = new Step("Deploy to Production", State.PENDING, "", -1);

    private RunSamples() {}

    static Map<String, Face> all() {
        Map<String, Face> samples = new LinkedHashMap<>();
        samples.put("run-queued", run(State.PENDING, "Waiting for an agent.", List.of(), "", "2 s"));
        samples.put("run-importing", importing());
        samples.put(
                "run-busy",
                run(State.RUNNING, "Azure DevOps is busy; Slipway asks again in 30 s.", begun(), "", "1 min"));
        samples.put("run-waiting", waiting());
        samples.put("run-succeeded", ended(State.SUCCEEDED, State.SUCCEEDED, ""));
        samples.put("run-partly", ended(State.PARTLY, State.PARTLY, "Imported, but 2 flows are off."));
        samples.put("run-failed", failed(1));
        samples.put("run-failed-again", failed(2));
        samples.put("run-rejected", ended(State.REJECTED, State.REJECTED, "Rejected by Rita Okafor."));
        samples.put("run-cancelling", run(State.CANCELLING, "Mia Berger cancelled it.", begun(), "", "1 min 4 s"));
        samples.put("run-cancelled", ended(State.CANCELLED, State.SKIPPED, "Mia Berger cancelled it."));
        samples.put("run-long-names", longNames());
        return samples;
    }

    private static List<Step> begun() {
        return List.of(new Step("Deploy to Test", State.RUNNING, "55 s", 0), NOT_YET);
    }

    private static RunCard importing() {
        List<Step> stages = List.of(new Step("Deploy to Test", State.RUNNING, "1 min 20 s", 42), NOT_YET);
        return run(State.RUNNING, "", stages, "", "1 min 31 s");
    }

    private static RunCard waiting() {
        List<Step> stages = List.of(TESTED, new Step("Deploy to Production", State.WAITING, "12 min", -1));
        return run(State.WAITING, "", stages, "Rita Okafor or Omar Haddad", "15 min 20 s");
    }

    private static RunCard ended(State state, State last, String note) {
        return run(
                state,
                note,
                List.of(TESTED, new Step("Deploy to Production", last, "2 min 5 s", -1)),
                "",
                "22 min 3 s");
    }

    private static RunCard failed(int attempt) {
        List<Step> stages = List.of(new Step("Deploy to Test", State.FAILED, "48 s", 61), skipped());
        return new RunCard(
                "contoso/Expenses/4711",
                TITLE,
                State.FAILED,
                "",
                attempt,
                stages,
                "Mia Berger",
                "General",
                "",
                "1 min 2 s",
                "Import solution",
                "##[error]0x80048033: The solution *Expenses* needs [Currency](https://example.com) 2.1.0.0, which is not in"
                        + " the environment.",
                LINK,
                false,
                true,
                List.of());
    }

    private static Step skipped() {
        return new Step("Deploy to Production", State.SKIPPED, "", -1);
    }

    private static RunCard run(State state, String note, List<Step> stages, String waitsFor, String elapsed) {
        return new RunCard(
                "contoso/Expenses/4711",
                TITLE,
                state,
                note,
                1,
                stages,
                "Mia Berger",
                "General",
                waitsFor,
                elapsed,
                "",
                "",
                LINK,
                !state.ended() && state != State.CANCELLING,
                false,
                List.of("29:mia", "29:rita"));
    }

    private static RunCard longNames() {
        String name = "Donaudampfschifffahrtsgesellschaftskapitänsspesenabrechnung".repeat(3);
        List<Step> stages =
                List.of(new Step(name, State.RUNNING, "1 h 12 min", 99), new Step(name, State.PENDING, "", -1));
        return new RunCard(
                "contoso/Expenses/4711",
                name + " 1.4.0.13 to " + name,
                State.RUNNING,
                name,
                1,
                stages,
                name,
                name,
                name + ", " + name,
                "1 h 12 min",
                "",
                "",
                LINK,
                true,
                false,
                List.of());
    }
}
