package io.slipway.sandbox.teams;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every sample of a card that Slipway shows is taken by the connector and drawn by the page. */
class SamplesOnThePageTest {

    /** So many fit into one conversation before Teams throttles. */
    private static final int A_ROOM = 6;

    private static final Path SAMPLES = Path.of("..", "cards", "samples");

    @TempDir
    Path state;

    @Test
    void every_sample_is_taken_and_drawn_on_a_phone() throws IOException {
        try (Chromium chromium = Chromium.start();
                TeamsWithBot it = new TeamsWithBot(state)) {
            List<Path> samples = samples();
            List<String> complaints = new ArrayList<>();
            Page page = chromium.browser.newPage(new Browser.NewPageOptions().setViewportSize(360, 800));
            page.onPageError(complaints::add);
            for (int from = 0; from < samples.size(); from += A_ROOM) {
                List<Path> some = samples.subList(from, Math.min(from + A_ROOM, samples.size()));
                draw(it, page, some, from / A_ROOM);
            }
            assertThat(samples).isNotEmpty();
            assertThat(complaints).isEmpty();
        }
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static void draw(TeamsWithBot it, Page page, List<Path> samples, int round) throws IOException {
        List<Room> rooms = Stream.concat(
                        Stream.of(Room.GENERAL, Room.RELEASES),
                        it.world.humans().stream().map(human -> Room.personal(human.alias())))
                .toList();
        Room room = rooms.get(round % rooms.size());
        String person = room.channel() ? "mia" : room.person();
        page.navigate(it.teams.address() + "/#" + person + "/"
                + (room.channel() ? room.name().toLowerCase() : "personal"));
        page.locator("html[data-hears]").waitFor();
        for (Path sample : samples) {
            JsonNode card = Json.MAPPER.readTree(sample.toFile());
            post(it, room, card);
            Locator drawn = page.getByTestId("card").last();
            assertThat(page.getByTestId("stream")).containsText(heading(card));
            Object wide = drawn.evaluate("card => card.scrollWidth > card.clientWidth + 1");
            assertThat(wide).as(sample + " is wider than a phone").isEqualTo(false);
        }
    }

    private static void post(TeamsWithBot it, Room room, JsonNode card) {
        ObjectNode message = Json.object().put("type", "message");
        message.putArray("attachments")
                .addObject()
                .put("contentType", Message.CARD)
                .set("content", card);
        String url = it.teams.address() + "/v3/conversations/" + EchoBot.encoded(room.id()) + "/activities";
        int status = it.bot.call("POST", url, message.toString()).statusCode();
        for (int tries = 0; status == 429 && tries < 20; tries++) {
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos()); // the throttle is by real time
            status = it.bot.call("POST", url, message.toString()).statusCode();
        }
        assertThat(status).isEqualTo(201);
    }

    /** The first bold text. */
    private static String heading(JsonNode card) {
        return card.findParents("weight").stream()
                .map(node -> Json.text(node, "/text"))
                .filter(text -> text.length() > 2)
                .findFirst()
                .orElse("");
    }
}
