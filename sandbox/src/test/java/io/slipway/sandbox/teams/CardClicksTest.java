package io.slipway.sandbox.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class CardClicksTest {

    private static final String ASKING = """
            {"type":"AdaptiveCard","version":"1.5",
             "refresh":{"action":{"type":"Action.Execute","verb":"look"},"userIds":["%s"]},
             "body":[{"type":"TextBlock","text":"for all"},{"type":"Input.Text","id":"comment"}],
             "actions":[{"type":"Action.Execute","title":"Approve","verb":"approve","data":{"run":7}},
                        {"type":"Action.Submit","title":"Send","data":{"do":"it"}}]}""";
    private static final String OWN = """
            {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"for you"}]}""";
    private static final String LOGIN = """
            {"text":"Please sign in","connectionName":"devops",
             "tokenExchangeResource":{"id":"once","uri":"api://botid-7b1f4a52-6a0d-4f0e-8f57-3d5a1c9e2b44"},
             "buttons":[{"type":"signin","value":"https://sign.in/"}]}""";

    @TempDir
    Path state;

    private TeamsWithBot it;
    private Message card;

    @BeforeEach
    void start() throws Exception {
        it = new TeamsWithBot(state);
        it.bot.card = ASKING.formatted(it.world.human("rita").orElseThrow().teamsId());
        it.chats().say("mia", "releases", "@Slipway go");
        card = it.said("mia", "releases", 1).getFirst();
        it.bot.heard.clear();
    }

    @AfterEach
    void end() {
        it.close();
    }

    private static JsonNode json(String text) {
        return Json.MAPPER.readTree(text);
    }

    @Test
    void data_and_inputs_travel_together() {
        Answer answer = it.chats().click("mia", card, "approve", Map.of("comment", "fine"));

        assertThat(answer).isEqualTo(new Answer.Toast("ok"));
        JsonNode heard = it.bot.heard.getFirst();
        assertThat(Json.text(heard, "/value/trigger")).isEqualTo("manual");
        assertThat(heard.at("/value/action/data")).isEqualTo(json("{\"run\":7,\"comment\":\"fine\"}"));
        assertThat(Json.text(heard, "/replyToId")).isEqualTo(card.id());
    }

    @Test
    void a_card_in_the_answer_is_for_this_person_only() {
        it.bot.invokes = a -> EchoBot.invoke(200, "application/vnd.microsoft.card.adaptive", json(OWN));
        it.chats().click("mia", card, "Approve", Map.of());

        assertThat(it.chats().see("mia", card).readable()).isEqualTo("for you");
        assertThat(it.chats().see("omar", card).readable()).startsWith("for all");
    }

    @Test
    void those_named_get_their_view_by_themselves_the_others_when_they_ask() {
        it.bot.invokes = a -> EchoBot.invoke(200, "application/vnd.microsoft.card.adaptive", json(OWN));

        assertThat(it.chats().see("rita", card).readable()).isEqualTo("for you");
        assertThat(Json.text(it.bot.heard.getFirst(), "/value/trigger")).isEqualTo("automatic");
        assertThat(it.chats().see("jonas", card).readable()).startsWith("for all");
        assertThat(it.chats().refresh("jonas", card)).isPresent();
        assertThat(it.chats().see("jonas", card).readable()).isEqualTo("for you");
        assertThat(it.bot.heard).hasSize(2);
    }

    @Test
    void silent_sign_in_repeats_the_click_with_a_token() {
        it.bot.invokes = a -> a.at("/value/authentication").isMissingNode()
                ? EchoBot.invoke(401, "application/vnd.microsoft.activity.loginRequest", json(LOGIN))
                : EchoBot.invoke(200, "application/vnd.microsoft.activity.message", "approved");

        assertThat(it.chats().click("rita", card, "approve", Map.of())).isEqualTo(new Answer.Toast("approved"));
        String token = Json.text(it.bot.heard.getLast(), "/value/authentication/token");
        assertThat(it.tokens.claims(token).orElseThrow().getClaim("scp")).isEqualTo("access_as_user");
    }

    @Test
    void where_silent_sign_in_fails_the_click_goes_on_after_the_button() {
        it.teams.faults().silentSignIn("rita", false);
        it.bot.invokes = a -> a.at("/value/state").isMissingNode()
                ? EchoBot.invoke(401, "application/vnd.microsoft.activity.loginRequest", json(LOGIN))
                : EchoBot.invoke(200, "application/vnd.microsoft.activity.message", Json.text(a, "/value/state"));

        Answer.SignIn asked = (Answer.SignIn) it.chats().click("rita", card, "approve", Map.of());
        assertThat(asked.url()).isEqualTo("https://sign.in/");
        assertThat(it.chats().signedIn(asked, "123")).isEqualTo(new Answer.Toast("123"));
    }

    @Test
    void an_answer_outside_the_protocol_is_a_broken_card() {
        it.bot.invokes = a -> Json.object();
        assertThat(it.chats().click("mia", card, "approve", Map.of())).isEqualTo(new Answer.Broken(200));
        it.bot.status = 500;
        assertThat(it.chats().click("mia", card, "approve", Map.of())).isEqualTo(new Answer.Broken(500));
    }

    @Test
    void a_submit_is_a_message_without_text() {
        assertThat(it.chats().click("mia", card, "Send", Map.of("comment", "x")))
                .isEqualTo(new Answer.Sent());

        JsonNode heard = it.bot.heard.getFirst();
        assertThat(Json.text(heard, "/type")).isEqualTo("message");
        assertThat(heard.path("value")).isEqualTo(json("{\"do\":\"it\",\"comment\":\"x\"}"));
        assertThat(heard.has("text")).isFalse();
        assertThat(Json.text(heard, "/replyToId")).isEqualTo(card.id());
    }

    @Test
    void a_sign_in_card_is_answered_silently_from_every_client_under_one_id() {
        it.teams.faults().twoClients("mia");
        it.bot.card = null;
        JsonNode asked = say("mia");
        it.bot.send(asked, signInCard());

        TeamsWithBot.until(() -> heard("signin/tokenExchange").size() == 2);
        assertThat(heard("signin/tokenExchange"))
                .extracting(a -> Json.text(a, "/value/id"))
                .containsOnly("once");
        TeamsWithBot.until(() -> it.chats().messages("mia", "personal").size() == 2);
    }

    @Test
    void a_sign_in_card_takes_a_code_when_silent_sign_in_fails() {
        it.teams.faults().silentSignIn("mia", false);
        it.bot.card = null;
        it.bot.send(say("mia"), signInCard());
        TeamsWithBot.until(() -> it.chats().messages("mia", "personal").size() == 3);
        Message shown = it.chats().messages("mia", "personal").getLast();

        assertThat(it.chats().signedIn("mia", shown, "4711")).isTrue();
        assertThat(Json.text(heard("signin/verifyState").getFirst(), "/value/state"))
                .isEqualTo("4711");
        assertThat(it.chats().messages("mia", "personal")).hasSize(2);
    }

    private JsonNode say(String person) {
        it.chats().say(person, "personal", "hello");
        it.said(person, "personal", 1);
        return it.bot.heard.getLast();
    }

    private List<JsonNode> heard(String invoke) {
        return it.bot.heard.stream()
                .filter(a -> Json.text(a, "/name").equals(invoke))
                .toList();
    }

    private static ObjectNode signInCard() {
        ObjectNode message = Json.object().put("type", "message");
        message.putArray("attachments")
                .addObject()
                .put("contentType", "application/vnd.microsoft.card.oauth")
                .set("content", json(LOGIN));
        return message;
    }
}
