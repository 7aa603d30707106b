package io.slipway.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.cards.Card;
import io.slipway.ports.Click;
import io.slipway.ports.Message;
import io.slipway.ports.Reply;
import io.slipway.ports.Room;
import io.slipway.sandbox.teams.Answer;
import io.slipway.sandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamsDoorTest {

    private static PorchAtTeams at;

    @TempDir
    Path state;

    @BeforeAll
    static void open() throws IOException {
        at = new PorchAtTeams();
    }

    @AfterAll
    static void shut() {
        at.close();
    }

    @BeforeEach
    void begin() {
        at.begin(state);
    }

    @AfterEach
    void end() {
        at.endTeams();
    }

    @Test
    void what_is_said_in_a_channel_is_heard_and_answered_in_its_thread() throws Exception {
        var asked = at.chats().say("mia", "general", "@Slipway deploy Expenses");

        Message heard = heard();
        assertThat(heard.text()).isEqualTo("deploy Expenses");
        assertThat(heard.room().kind()).isEqualTo(Room.Kind.CHANNEL);
        assertThat(heard.room().tenant()).isEqualTo(World.TENANT);
        assertThat(heard.from().name()).isEqualTo("Mia Berger");
        assertThat(heard.id()).startsWith(heard.room().conversation() + "|");
        var answer = at.said("mia", "general", 1).getFirst();
        assertThat(answer.text()).isEqualTo("heard deploy Expenses");
        assertThat(answer.thread()).isEqualTo(asked.thread());
    }

    @Test
    void what_is_delivered_again_is_handled_once() throws Exception {
        var asked = at.chats().say("mia", "personal", "status");
        heard();

        assertThat(at.chats().deliverAgain(asked)).isTrue();
        assertThat(at.chats().deliverAgain(asked)).isTrue();
        at.chats().say("mia", "personal", "help");

        assertThat(heard().text()).isEqualTo("help");
    }

    @Test
    void what_was_cut_off_is_taken_up_again() throws Exception {
        at.porch.inbox.toMessage = message -> {
            throw new Problem.Unavailable("The database is away.", null);
        };
        at.chats().say("mia", "personal", "status");
        heard();
        at.porch.inbox.toMessage = message -> new Reply.Say("at last");

        PorchAtTeams.until(() -> {
            at.porch.turns().redeliver(Instant.MAX);
            return !at.porch.received.handled.isEmpty();
        });

        assertThat(at.last("mia", 1).text()).isEqualTo("at last");
        at.porch.turns().redeliver(Instant.MAX);
        assertThat(at.said("mia", "personal", 1)).hasSize(1);
    }

    @Test
    void an_answer_that_takes_long_is_preceded_by_a_word_and_takes_its_place() {
        CountDownLatch found = new CountDownLatch(1);
        at.porch.inbox.toMessage = message -> {
            awaited(found);
            return new Reply.Say("There it is.");
        };
        at.chats().say("mia", "personal", "status");

        assertThat(at.last("mia", 1).text()).contains("One moment");
        found.countDown();

        PorchAtTeams.until(() -> at.last("mia", 1).text().equals("There it is."));
        assertThat(at.said("mia", "personal", 1)).hasSize(1);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(15, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_reply_waits_while_teams_is_busy() {
        at.teams.faults().throttle(1, 1);

        at.chats().say("mia", "personal", "status");

        assertThat(at.last("mia", 1).text()).isEqualTo("heard status");
    }

    @Test
    void buttons_are_answered_with_a_card_a_sentence_or_a_refusal() throws Exception {
        var card = shownCard();

        assertThat(at.chats().click("mia", card, "go", Map.of("note", "x"))).isEqualTo(new Answer.Toast("pressed go"));
        Click click = clicked();
        assertThat(click.data()).containsEntry("run", "7").containsEntry("note", "x");
        assertThat(click.card()).isEqualTo(card.id());
        assertThat(click.automatic()).isFalse();

        at.porch.inbox.toClick = c -> new Reply.Refuse("Not you.");
        assertThat(at.chats().click("mia", card, "go", Map.of())).isEqualTo(new Answer.Refused("400", "Not you."));
        at.porch.inbox.toClick = c -> new Reply.Show(FakeInbox.CARD);
        assertThat(at.chats().click("mia", card, "go", Map.of())).isInstanceOf(Answer.Card.class);
        at.porch.inbox.toClick = c -> {
            throw new IllegalStateException("a defect");
        };
        assertThat(at.chats().click("mia", card, "go", Map.of())).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void a_button_of_an_old_card_edits_it() throws Exception {
        var card = shownCard();
        at.porch.inbox.toClick = click -> new Reply.Show(new Card(
                "{\"type\":\"AdaptiveCard\",\"version\":\"1.5\",\"body\":[{\"type\":\"TextBlock\",\"text\":\"New\"}]}",
                "New"));

        at.chats().click("mia", card, "Old", Map.of());

        assertThat(clicked().verb()).isEqualTo("old");
        PorchAtTeams.until(() -> at.chats().see("mia", card).readable().contains("New"));
    }

    @Test
    void slipway_says_hello_where_it_is_added() throws Exception {
        at.chats().remove("mia", "releases");
        at.chats().add("mia", "releases");

        Room room = at.porch.inbox.joined.poll(10, TimeUnit.SECONDS);

        assertThat(room.kind()).isEqualTo(Room.Kind.CHANNEL);
        assertThat(at.said("mia", "releases", 1).getFirst().text()).isEqualTo("hello");
    }

    @Test
    void slipway_posts_edits_and_deletes_by_itself() throws Exception {
        at.chats().say("mia", "general", "@Slipway status");
        Room top = heard().room().top();
        TeamsConversations conversations = at.porch.conversations();

        String id = conversations.post(top, FakeInbox.CARD);
        conversations.edit(top, id, FakeInbox.CARD);
        conversations.delete(top, id);
        conversations.delete(top, id);

        assertThatThrownBy(() -> conversations.edit(top, "1", FakeInbox.CARD)).isInstanceOf(Problem.Refused.class);
        assertThat(conversations.members(top)).extracting(Person::name).contains("Mia Berger", "Rita Okafor");
        assertThat(conversations.members(top)).extracting(Person::id).allMatch(oid -> oid.startsWith("11111111"));
    }

    @Test
    void what_is_too_large_is_refused_before_it_is_sent() throws Exception {
        at.chats().say("mia", "personal", "status");
        Room room = heard().room();
        Card large = new Card("{\"x\":\"" + "y".repeat(90_000) + "\"}", "Large");

        assertThatThrownBy(() -> at.porch.conversations().post(room, large))
                .isInstanceOf(Problem.Refused.class)
                .hasMessageContaining("too large");
    }

    @Test
    void trouble_at_teams_is_for_the_engine_to_wait_out() throws Exception {
        at.chats().say("mia", "personal", "status");
        Room room = heard().room();
        at.last("mia", 1);
        at.teams.faults().throttle(1, 7);

        assertThatThrownBy(() -> at.porch.conversations().post(room, FakeInbox.CARD))
                .isInstanceOfSatisfying(
                        Problem.Unavailable.class,
                        problem -> assertThat(problem.retryAfter())
                                .hasValueSatisfying(wait -> assertThat(wait).hasSeconds(7)));
    }

    @Test
    void the_token_goes_to_allowed_hosts_only() throws Exception {
        at.chats().say("mia", "personal", "status");
        Room room = heard().room();
        Room elsewhere = new Room(
                room.conversation(), room.kind(), URI.create("https://evil.example/"), "", room.channel(), room.team());

        assertThatThrownBy(() -> at.porch.conversations().say(elsewhere, "hi"))
                .isInstanceOf(Problem.Refused.class)
                .hasMessageContaining("evil.example");
    }

    private io.slipway.sandbox.teams.Message shownCard() throws InterruptedException {
        at.porch.inbox.toMessage = message -> new Reply.Show(FakeInbox.CARD);
        at.chats().say("mia", "personal", "card");
        heard();
        return at.last("mia", 1);
    }

    private Message heard() throws InterruptedException {
        Message message = at.porch.inbox.messages.poll(10, TimeUnit.SECONDS);
        assertThat(message).as("heard").isNotNull();
        return message;
    }

    private Click clicked() throws InterruptedException {
        Click click = at.porch.inbox.clicks.poll(10, TimeUnit.SECONDS);
        assertThat(click).as("clicked").isNotNull();
        return click;
    }
}
