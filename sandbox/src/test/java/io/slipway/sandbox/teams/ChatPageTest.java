package io.slipway.sandbox.teams;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.slipway.sandbox.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ChatPageTest {

    private static final String OWN = """
            {"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Only you see this","wrap":true}]}""";
    private static Chromium chromium;

    @TempDir
    Path state;

    private TeamsWithBot it;
    private Page page;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void shut() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void start() throws Exception {
        it = new TeamsWithBot(state);
        it.bot.card = resource("run-card.json");
        it.bot.invokes = activity -> EchoBot.invoke(
                400,
                "application/vnd.microsoft.error",
                Json.object().put("code", "NotYou").put("message", "Only a release manager may do this."));
        page = chromium.browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 860));
        page.setDefaultTimeout(10_000);
    }

    @AfterEach
    void end() {
        page.close();
        it.close();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = ChatPageTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Locator id(String testId) {
        return page.getByTestId(testId);
    }

    private void go(String place) {
        page.navigate(it.teams.address() + "/#" + place);
    }

    private void say(String text) {
        id("compose").fill(text);
        id("send").last().click();
    }

    private void picture(String name) throws IOException {
        Path folder = Path.of("target", "pictures");
        Files.createDirectories(folder);
        page.screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
    }

    @Test
    void a_mention_begins_a_thread_in_which_the_card_appears() throws IOException {
        go("mia/releases");
        id("compose").pressSequentially("@Sl");
        assertThat(id("suggestion")).hasCount(1);
        page.keyboard().press("Enter");
        page.keyboard().type("deploy Expenses to prod");
        page.keyboard().press("Enter");

        assertThat(id("thread").getByTestId("card")).hasCount(1);
        assertThat(id("thread")).containsText("Expenses 1.4.0.13 to Production");
        picture("channel-light");
        id("theme").click();
        id("hood").click();
        assertThat(id("exchange").first()).isVisible();
        picture("channel-dark");
    }

    @Test
    void a_refused_click_shows_the_reason_under_the_card() throws IOException {
        go("mia/personal");
        say("deploy Expenses to prod");
        id("card").getByLabel("Comment").fill("fine");
        page.getByText("Approve", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(id("card-error")).hasText("Only a release manager may do this.");
        assertThat(page.getByText("Approve", new Page.GetByTextOptions().setExact(true)))
                .isEnabled();
        JsonNode click = it.bot.heard.getLast();
        org.assertj.core.api.Assertions.assertThat(Json.text(click, "/value/action/data/comment"))
                .isEqualTo("fine");
        picture("chat-error");
    }

    @Test
    void a_required_input_holds_the_click_back() throws IOException {
        go("mia/personal");
        say("go");
        page.getByText("Reject", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("Reject with reason").click();

        assertThat(id("card")).containsText("Say why, so that the maker can mend it.");
        picture("required");
    }

    @Test
    void each_person_sees_their_own_view() throws IOException {
        it.bot.invokes = activity -> Json.text(activity, "/from/name").startsWith("Rita")
                ? EchoBot.invoke(200, "application/vnd.microsoft.card.adaptive", Json.MAPPER.readTree(OWN))
                : EchoBot.invoke(200, "application/vnd.microsoft.activity.message", "nothing");
        go("mia/releases");
        say("@Slipway go");
        assertThat(id("card")).containsText("Waiting for approval");

        id("people").click();
        picture("people");
        id("person-rita").click();
        assertThat(id("card")).hasText("Only you see this");
        page.reload();
        assertThat(id("card")).hasText("Only you see this");
    }

    @Test
    void an_edit_changes_the_message_in_place_and_keeps_what_was_typed() {
        go("mia/personal");
        say("go");
        id("card").getByLabel("Comment").fill("half a sent");
        Message card = it.said("mia", "personal", 1).getFirst();
        JsonNode original = heardText();
        String url = Json.text(original, "/serviceUrl") + "v3/conversations/"
                + EchoBot.encoded(Json.text(original, "/conversation/id")) + "/activities/" + card.id();
        it.bot.call("PUT", url, it.bot.card().toString().replace("Waiting for approval", "Approved"));

        assertThat(id("card")).containsText("Approved");
        assertThat(id("card").getByLabel("Comment")).hasValue("half a sent");
        assertThat(page.getByText("Edited")).isVisible();
    }

    private JsonNode heardText() {
        return it.bot.heard.stream()
                .filter(heard -> heard.has("text"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_fits_a_phone() throws IOException {
        page.setViewportSize(360, 740);
        go("rita");
        assertThat(id("room-releases")).isVisible();
        picture("phone-list");
        id("room-releases").click();
        say("@Slipway deploy Expenses to prod");
        assertThat(id("card")).containsText("Waiting for approval");
        picture("phone");

        Object overflow = page.evaluate("document.documentElement.scrollWidth > innerWidth");
        org.assertj.core.api.Assertions.assertThat(overflow).isEqualTo(false);
    }

    @Test
    void a_sign_in_by_hand_goes_on_with_the_click() throws IOException {
        it.teams.faults().silentSignIn("rita", false);
        URI signInPage = it.bot.page("""
                <script src="%s/teams-js.js"></script><script>
                microsoftTeams.app.initialize().then(() => microsoftTeams.authentication.notifySuccess("4711"));
                </script>""".formatted(it.teams.address()));
        it.bot.invokes = activity -> Json.text(activity, "/value/state").equals("4711")
                ? EchoBot.invoke(200, "application/vnd.microsoft.activity.message", "Approved by Rita")
                : EchoBot.invoke(401, "application/vnd.microsoft.activity.loginRequest", login(signInPage));
        go("rita/personal");
        say("go");
        page.getByText("Approve", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(id("sign-in-bar")).containsText("Please sign in");
        picture("sign-in");
        id("sign-in").click();

        assertThat(id("toast")).hasText("Approved by Rita");
        assertThat(id("sign-in-bar")).hasCount(0);
    }

    private static ObjectNode login(URI signInPage) {
        ObjectNode login = Json.object().put("text", "Please sign in").put("connectionName", "slipway");
        login.putObject("tokenExchangeResource").put("id", "once").put("uri", "api://botid-" + World.BOT_APP_ID);
        login.putArray("buttons").addObject().put("type", "signin").put("value", signInPage.toString());
        return login;
    }

    @Test
    void a_message_that_did_not_arrive_can_be_sent_again() throws IOException {
        it.bot.card = null;
        it.bot.status = 401;
        go("omar/personal");
        say("help");
        assertThat(page.getByText("Failed to send")).isVisible();
        id("theme").click();
        picture("failed-dark");
        it.bot.status = 200;
        id("retry").click();

        assertThat(id("text").last()).hasText("You said: help");
        assertThat(page.getByText("Failed to send")).isHidden();
    }

    @Test
    void commands_are_offered_while_typing() throws IOException {
        go("jonas/general");
        id("compose").pressSequentially("@Slipway ");
        assertThat(id("suggestion")).hasCount(3);
        picture("commands");
        id("compose").pressSequentially("de");
        page.keyboard().press("Tab");

        assertThat(id("compose")).hasValue("@Slipway deploy ");
        go("jonas/personal");
        id("compose").pressSequentially("what");
        page.keyboard().press("Tab");

        assertThat(id("compose")).hasValue("approvals ");
    }

    @Test
    void the_clock_can_be_turned() {
        go("mia/general");
        id("hood").click();
        id("tab-clock").click();
        String before = id("clock").textContent();
        id("turn-P1D").click();

        assertThat(id("clock")).not().hasText(before);
        org.assertj.core.api.Assertions.assertThat(it.world.clock().instant())
                .isAfter(it.world.clock().wall().plusSeconds(86_000));
    }

    @Test
    void it_speaks_german_and_says_so_to_the_bot() {
        go("mia/personal");
        id("language").click();
        assertThat(id("compose")).hasAttribute("placeholder", "Nachricht eingeben");
        say("hallo");
        it.said("mia", "personal", 1);

        org.assertj.core.api.Assertions.assertThat(Json.text(heardText(), "/locale"))
                .isEqualTo("de-DE");
    }
}
