package io.slipway.sandbox.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.world.World;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ConnectorTest {

    private static final String ANYTHING = "{\"type\":\"message\",\"text\":\"x\"}";

    @TempDir
    Path state;

    private TeamsWithBot it;

    @BeforeEach
    void start() throws Exception {
        it = new TeamsWithBot(state);
    }

    @AfterEach
    void end() {
        it.close();
    }

    private HttpResponse<String> call(String method, String path, String body) {
        return it.bot.call(method, it.teams.address() + path, body);
    }

    private static void refused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Json.text(Json.MAPPER.readTree(response.body()), "/error/code"))
                .isEqualTo(code);
    }

    private static String in(Room room) {
        return "/v3/conversations/" + EchoBot.encoded(room.id()) + "/activities";
    }

    @Test
    void only_slipway_may_call() {
        String url = it.teams.address() + in(Room.GENERAL);

        assertThat(it.bot.callAs("nonsense", "POST", url, ANYTHING).statusCode())
                .isEqualTo(401);
        assertThat(it.bot
                        .callAs(it.bot.token("other", World.BOT_APP_ID), "POST", url, ANYTHING)
                        .statusCode())
                .isEqualTo(401);
        refused(
                it.bot.callAs(it.bot.token("https://api.botframework.com", "other"), "POST", url, ANYTHING),
                403,
                "Forbidden");
    }

    @Test
    void what_does_not_exist_is_not_found() {
        refused(
                call("POST", "/v3/conversations/19:nowhere@thread.tacv2/activities", ANYTHING),
                404,
                "ConversationNotFound");
        refused(call("POST", "/v3/conversations/nonsense/activities", ANYTHING), 400, "BadSyntax");
        refused(
                call("POST", "/v3/conversations/" + Room.TEAM + ";messageid=1/activities", ANYTHING),
                404,
                "ConversationNotFound");
        refused(call("PUT", in(Room.GENERAL) + "/1", ANYTHING), 404, "ActivityNotFoundInConversation");
        refused(
                call("GET", "/v3/conversations/" + Room.TEAM + "/members/29:x", ""),
                404,
                "MemberNotFoundInConversation");
    }

    @Test
    void bad_activities_are_refused() {
        refused(call("POST", in(Room.GENERAL), "{"), 400, "BadSyntax");
        refused(call("POST", in(Room.GENERAL), "{\"text\":\"x\"}"), 400, "MissingProperty");
        refused(call("POST", in(Room.GENERAL), "{\"type\":\"message\"}"), 400, "BadSyntax");
        String big = "{\"type\":\"message\",\"text\":\"" + "x".repeat(52_000) + "\"}";
        refused(call("POST", in(Room.GENERAL), big), 413, "MessageSizeTooBig");
        String card = "{\"type\":\"message\",\"attachments\":[{\"contentType\":\"" + Message.CARD
                + "\",\"content\":{\"type\":\"AdaptiveCard\",\"version\":\"1.5\",\"body\":[{\"text\":\"no type\"}]}}]}";
        refused(call("POST", in(Room.GENERAL), card), 400, "BadSyntax");
    }

    @Test
    void a_message_is_edited_and_taken_back_in_place() {
        HttpResponse<String> sent = call("POST", in(Room.RELEASES), ANYTHING);
        String id = Json.text(Json.MAPPER.readTree(sent.body()), "/id");
        String thread =
                "/v3/conversations/" + EchoBot.encoded(Room.RELEASES.id() + ";messageid=" + id) + "/activities/" + id;

        assertThat(call("PUT", thread, ANYTHING.replace(":\"x", ":\"y")).statusCode())
                .isEqualTo(200);
        Message edited = it.chats().messages("mia", "releases").getFirst();
        assertThat(edited.text()).isEqualTo("y");
        assertThat(edited.edited()).isTrue();

        assertThat(call("DELETE", thread, "").statusCode()).isEqualTo(200);
        assertThat(it.chats().messages("mia", "releases").getFirst().deleted()).isTrue();
        refused(call("PUT", thread, ANYTHING), 404, "ActivityNotFoundInConversation");
    }

    @Test
    void a_thread_is_begun_in_a_channel_and_a_chat_found_by_its_person() {
        String thread = "{\"isGroup\":true,\"channelData\":{\"channel\":{\"id\":\"" + Room.RELEASES.id()
                + "\"}},\"activity\":" + ANYTHING + "}";
        JsonNode begun =
                Json.MAPPER.readTree(call("POST", "/v3/conversations", thread).body());
        assertThat(Json.text(begun, "/id"))
                .isEqualTo(Room.RELEASES.id() + ";messageid=" + Json.text(begun, "/activityId"));

        String chat = "{\"members\":[{\"id\":\""
                + it.world.human("rita").orElseThrow().teamsId() + "\"}],\"tenantId\":\"" + World.TENANT + "\"}";
        JsonNode found =
                Json.MAPPER.readTree(call("POST", "/v3/conversations", chat).body());
        assertThat(Json.text(found, "/id")).isEqualTo(Room.personal("rita").id());
    }

    @Test
    void the_roster_knows_people_by_their_object_id() {
        String members = "/v3/conversations/" + EchoBot.encoded(Room.TEAM);
        String mia = it.world.human("mia").orElseThrow().objectId();

        JsonNode page = Json.MAPPER.readTree(
                call("GET", members + "/pagedmembers?pageSize=50", "").body());
        assertThat(page.path("members")).hasSize(4);
        JsonNode member = Json.MAPPER.readTree(
                call("GET", members + "/members/" + mia, "").body());
        assertThat(Json.text(member, "/userPrincipalName")).isEqualTo("mia@contoso.example");
        JsonNode channels = Json.MAPPER.readTree(
                call("GET", "/v3/teams/" + Room.TEAM + "/conversations", "").body());
        assertThat(channels.path("conversations")).hasSize(2);
    }

    @Test
    void an_eighth_message_within_a_second_has_to_wait() {
        for (int i = 0; i < 7; i++) {
            assertThat(call("POST", in(Room.GENERAL), ANYTHING).statusCode()).isEqualTo(201);
        }
        HttpResponse<String> eighth = call("POST", in(Room.GENERAL), ANYTHING);
        refused(eighth, 429, "Throttled");
        assertThat(eighth.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void troubles_come_when_called() {
        it.teams.faults().throttle(1, 3);
        it.teams.faults().fail(1, 502);

        refused(call("POST", in(Room.GENERAL), ANYTHING), 429, "Throttled");
        refused(call("POST", in(Room.GENERAL), ANYTHING), 502, "ServiceError");
        assertThat(call("POST", in(Room.GENERAL), ANYTHING).statusCode()).isEqualTo(201);
    }

    @Test
    void where_slipway_was_removed_it_cannot_speak() {
        it.chats().remove("mia", "releases");

        refused(call("POST", in(Room.RELEASES), ANYTHING), 403, "BotNotInConversationRoster");
    }
}
