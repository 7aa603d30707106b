package io.slipway.sandbox.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.slipway.sandbox.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DeliveryTest {

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

    @Test
    void a_mention_in_a_channel_reaches_the_bot_and_its_answer_the_thread() {
        Message said = it.chats().say("mia", "general", "@Slipway deploy Expenses");

        Message answer = it.said("mia", "general", 1).getFirst();
        assertThat(answer.thread()).isEqualTo(said.id());
        assertThat(answer.text()).isEqualTo("You said: <at>Slipway</at> deploy Expenses");
        JsonNode heard = it.bot.heard.getFirst();
        assertThat(Json.text(heard, "/id")).isEqualTo(said.id());
        assertThat(Json.text(heard, "/conversation/id")).isEqualTo(Room.TEAM + ";messageid=" + said.id());
        assertThat(Json.text(heard, "/from/aadObjectId"))
                .isEqualTo(it.world.human("mia").orElseThrow().objectId());
        assertThat(Json.text(heard, "/entities/0/mentioned/id")).isEqualTo("28:" + World.BOT_APP_ID);
        assertThat(Json.text(heard, "/channelData/team/id")).isEqualTo(Room.TEAM);
    }

    @Test
    void activities_carry_a_token_of_the_bot_framework() {
        it.chats().say("mia", "personal", "help");
        it.said("mia", "personal", 1);

        JWTClaimsSet claims =
                it.tokens.claims(it.bot.authorizations.getFirst().substring(7)).orElseThrow();
        assertThat(claims.getIssuer()).isEqualTo("https://api.botframework.com");
        assertThat(claims.getAudience()).containsExactly(World.BOT_APP_ID);
        assertThat(claims.getClaim("serviceurl")).isEqualTo(it.teams.address() + "/");
    }

    @Test
    void without_a_mention_the_bot_hears_nothing_in_a_channel() {
        it.chats().say("mia", "general", "lunch?");
        it.chats().say("mia", "personal", "help");
        it.said("mia", "personal", 1);

        assertThat(it.bot.heard).extracting(a -> Json.text(a, "/text")).containsExactly("help");
    }

    @Test
    void what_was_typed_while_the_bot_was_down_arrives_later() {
        it.bot.status = 503;
        it.chats().say("mia", "personal", "help");
        TeamsWithBot.until(() -> !it.bot.heard.isEmpty());
        it.bot.status = 200;

        assertThat(it.said("mia", "personal", 1)).hasSize(1);
        assertThat(it.bot.heard)
                .extracting(a -> Json.text(a, "/id"))
                .containsOnly(Json.text(it.bot.heard.getFirst(), "/id"));
    }

    @Test
    void a_message_that_the_bot_refuses_is_shown_as_failed() {
        it.bot.status = 401;
        Message said = it.chats().say("mia", "personal", "help");

        TeamsWithBot.until(() -> it.chats().see("mia", said).failed());
    }

    @Test
    void a_second_delivery_has_the_same_id() {
        Message said = it.chats().say("mia", "personal", "help");
        it.said("mia", "personal", 1);

        assertThat(it.chats().deliverAgain(said)).isTrue();
        assertThat(it.bot.heard).extracting(a -> Json.text(a, "/id")).containsExactly(said.id(), said.id());
    }

    @Test
    void a_message_without_an_answer_is_delivered_again_after_a_while() throws Exception {
        BotLine line = new BotLine(it.world, it.tokens, it.bot.address(), it.teams.traffic(), Duration.ofMillis(200));
        it.bot.silent.set(1);
        try (Delivery delivery = new Delivery(line)) {
            boolean delivered = delivery.deliver(
                            Json.object().put("type", "event").put("id", "7"))
                    .get(10, TimeUnit.SECONDS);

            assertThat(delivered).isTrue();
            assertThat(it.bot.heard).extracting(a -> Json.text(a, "/id")).containsExactly("7", "7");
        }
    }

    @Test
    void chats_outlive_a_restart() {
        it.chats().say("mia", "personal", "help");
        List<Message> before = it.said("mia", "personal", 1);
        it.restart();

        assertThat(it.said("mia", "personal", 1)).isEqualTo(before);
    }

    @Test
    void adding_slipway_tells_the_bot_twice_but_only_once() {
        it.chats().add("mia", "general");
        it.chats().add("mia", "general");

        TeamsWithBot.until(() -> it.bot.heard.size() >= 2);
        assertThat(it.bot.heard)
                .extracting(a -> Json.text(a, "/type"))
                .containsExactlyInAnyOrder("installationUpdate", "conversationUpdate");
    }
}
