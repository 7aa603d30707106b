package io.slipway.cards;

import io.slipway.cards.ConnectCard.Check;
import io.slipway.cards.FormCard.Option;
import io.slipway.cards.FormCard.Question;
import io.slipway.cards.HelpCard.Line;
import io.slipway.cards.SuggestionCard.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each state of the cards that answer a person that is worth seeing. */
final class TalkSamples {
    private static final String PROJECT = "https://dev.azure.com/contoso/Expenses";

    private TalkSamples() {}

    static Map<String, Face> all() {
        Map<String, Face> samples = new LinkedHashMap<>();
        samples.put(
                "welcome-personal", welcome("I take your solutions to production and tell you how they are doing."));
        samples.put("help", help());
        samples.put("help-deploy", helpDeploy());
        samples.put(
                "help-nothing",
                new HelpCard("What you can do here", "Nobody connected this channel yet.", List.of(), ""));
        samples.put("suggestion-one", suggestion(List.of(new Suggestion("Expenses", "deploy Expenses to prod"))));
        samples.put(
                "suggestion-three",
                suggestion(List.of(
                        new Suggestion("Expenses", "deploy Expenses to prod"),
                        new Suggestion("Expanses", "deploy Expanses to prod"),
                        new Suggestion("Express", "deploy Express to prod"))));
        samples.put(
                "sign-in",
                new SignInCard(
                        "Mia Berger", "`deploy` acts in your name, then I go on by myself.", "id-of-mia", "29:mia"));
        samples.put("note", new NoteCard("Left as it is."));
        samples.put("suggestion-none", suggestion(List.of()));
        actions(samples);
        return samples;
    }

    private static void actions(Map<String, Face> samples) {
        samples.put("form-deploy", form("", versions()));
        samples.put("form-deploy-wrong", form("There is no version 1.4.0.99 of Expenses.", versions()));
        samples.put("form-deploy-no-version", form("", List.of()));
        samples.put(
                "connect-well",
                connect(true, new Check("News of runs and approvals", State.SUCCEEDED, "4 hooks", "", "")));
        samples.put("connect-partly", connect(true, hooksMissing()));
        samples.put("connect-refused", connect(false, noProject()));
        samples.put("problem", problem());
        samples.put("problem-short", new ProblemCard("Azure DevOps does not answer.", "", "", ""));
        samples.put(
                "confirm-cancel",
                new ConfirmCard(
                        "Cancel the deployment of Expenses 1.4.0.13 to Production?",
                        "Test keeps the new version; Production stays at 1.4.0.11.",
                        "Cancel the deployment",
                        "Leave it running",
                        "cancel 4711"));
    }

    private static WelcomeCard welcome(String intro) {
        return new WelcomeCard(
                intro,
                List.of(
                        new WelcomeCard.Starter("What is where?", "status"),
                        new WelcomeCard.Starter("What waits for me?", "approvals"),
                        new WelcomeCard.Starter("What can I say?", "help")));
    }

    private static HelpCard help() {
        return new HelpCard(
                "What you can do here",
                "This channel belongs to the project Expenses.",
                List.of(
                        new Line(
                                "deploy <solution> [<version>] to <target>",
                                "Takes a version to a target, through all gates before it."),
                        new Line("status [<solution>]", "What is where, and what is on its way."),
                        new Line("approvals", "What waits for you.")),
                "Write help and a command for examples.");
    }

    private static HelpCard helpDeploy() {
        return new HelpCard(
                "deploy",
                "Takes a version to a target, through all gates before it.",
                List.of(
                        new Line("deploy Expenses to prod", "The newest version that was built."),
                        new Line("deploy Expenses 1.4.0.13 to test", "This version, to test only.")),
                "");
    }

    private static SuggestionCard suggestion(List<Suggestion> suggestions) {
        return new SuggestionCard("There is no solution called “Expences”.", suggestions);
    }

    private static List<Option> versions() {
        return List.of(
                new Option("1.4.0.13, built today", "1.4.0.13"), new Option("1.4.0.12, built yesterday", "1.4.0.12"));
    }

    private static FormCard form(String problem, List<Option> versions) {
        return new FormCard(
                "deploy",
                "Deploy a solution",
                problem,
                List.of(
                        new Question(
                                Fields.SOLUTION,
                                "Solution",
                                List.of(new Option("Expenses", "Expenses")),
                                "Expenses",
                                true,
                                ""),
                        new Question(Fields.VERSION, "Version", versions, "", true, "Which version?"),
                        new Question(
                                Fields.TARGET,
                                "Target",
                                List.of(new Option("Test", "test"), new Option("Production", "prod")),
                                "",
                                true,
                                "Where to?")),
                "Deploy");
    }

    private static ConnectCard connect(boolean bound, Check last) {
        return new ConnectCard(
                "Expenses",
                "contoso",
                PROJECT,
                bound,
                List.of(
                        new Check(
                                "Project", bound ? State.SUCCEEDED : State.FAILED, bound ? "2 pipelines" : "", "", ""),
                        last));
    }

    private static Check hooksMissing() {
        return new Check(
                "News of runs and approvals",
                State.PARTLY,
                "Slipway may not subscribe to events, so news comes by asking, up to a minute late.",
                "A project administrator gives Slipway “Edit subscriptions”, then write connect again.",
                PROJECT + "/_settings/serviceHooks");
    }

    private static Check noProject() {
        return new Check(
                "Access",
                State.FAILED,
                "Azure DevOps says that there is no such project, or that Slipway may not see it.",
                "Check the address, or let an administrator of the organization add Slipway as a reader.",
                "");
    }

    private static ProblemCard problem() {
        return new ProblemCard(
                "Expenses 1.4.0.13 was not deployed.",
                "Azure DevOps refused: you may not queue the pipeline expenses-deploy.",
                "Ask a project administrator for “Queue builds” on that pipeline, then write deploy again.",
                "7f3a-19c2");
    }
}
