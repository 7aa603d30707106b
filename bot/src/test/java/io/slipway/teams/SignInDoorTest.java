package io.slipway.teams;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.alm.Person;
import io.slipway.ports.Inbox;
import io.slipway.ports.Reply;
import io.slipway.ports.Room;
import io.slipway.sandbox.teams.Answer;
import io.slipway.sandbox.teams.Message;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInDoorTest {

    private static final String MIA = "11111111-aaaa-4aaa-8aaa-000000000001";
    private static final String RITA = "11111111-aaaa-4aaa-8aaa-000000000003";

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
    void a_click_that_needs_a_sign_in_goes_on_silently() {
        Message card = cardThatNeedsASignIn();

        assertThat(at.chats().click("mia", card, "go", Map.of())).isEqualTo(new Answer.Toast("done for Mia Berger"));

        assertThat(at.porch.access.signedIn).containsKey(MIA);
    }

    @Test
    void a_click_goes_on_after_a_sign_in_by_hand() throws Exception {
        Message card = cardThatNeedsASignIn();
        at.teams.faults().silentSignIn("mia", false);

        Answer.SignIn asked = (Answer.SignIn) at.chats().click("mia", card, "go", Map.of());
        assertThat(asked.url()).endsWith(SignInPages.START);
        String code = codeOfBrowser(MIA);
        at.porch.access.signedIn.put(MIA, "by hand");

        assertThat(at.chats().signedIn(asked, code)).isEqualTo(new Answer.Toast("done for Mia Berger"));
        assertThat(at.chats().signedIn(asked, code)).isNotEqualTo(new Answer.Toast("done for Mia Berger"));
    }

    @Test
    void a_token_that_is_no_good_ends_in_the_button() {
        Message card = cardThatNeedsASignIn();
        at.porch.access.refuses = true;

        assertThat(at.chats().click("mia", card, "go", Map.of())).isInstanceOf(Answer.SignIn.class);
    }

    @Test
    void what_was_typed_goes_on_after_a_silent_sign_in_once_for_all_devices() throws Exception {
        at.teams.faults().twoClients("mia");
        at.porch.inbox.toMessage = SignInDoorTest::parked;
        at.chats().say("mia", "personal", "deploy");

        PorchAtTeams.until(() -> at.said("mia", "personal", 1).stream()
                .anyMatch(message -> message.text().equals("deployed")));

        assertThat(at.porch.access.exchanges).hasValue(1);
        PorchAtTeams.until(() -> at.porch.inbox.answered.size() == 1);
    }

    /** Parked before the sign-in is asked for, since that may be over at once. */
    private static Reply parked(io.slipway.ports.Message typed) {
        at.porch.inbox.parked.add(new Inbox.Answer(typed.from(), typed.room(), new Reply.Say("deployed")));
        return new Reply.SignIn("Sign in first.");
    }

    @Test
    void what_was_typed_goes_on_when_the_code_is_typed() throws Exception {
        at.teams.faults().silentSignIn("mia", false);
        at.porch.inbox.toMessage = message -> new Reply.SignIn("Sign in first.");
        at.chats().say("mia", "personal", "deploy");
        Room room = at.porch.inbox.messages.poll(10, TimeUnit.SECONDS).room();
        at.porch.inbox.parked.add(new Inbox.Answer(new Person(MIA, "Mia", ""), room, new Reply.Say("deployed")));

        at.chats().say("mia", "personal", codeOfBrowser(MIA));

        PorchAtTeams.until(() -> at.said("mia", "personal", 1).stream()
                .anyMatch(message -> message.text().equals("deployed")));
    }

    @Test
    void anothers_code_is_worth_nothing() throws Exception {
        String ritas = codeOfBrowser(RITA);

        assertThat(at.porch.codes().take(MIA, ritas)).isFalse();
        assertThat(at.porch.codes().take(RITA, ritas)).isTrue();
        assertThat(at.porch.codes().take(RITA, ritas)).isFalse();
    }

    @Test
    void a_code_cannot_be_guessed_by_trying() throws Exception {
        String code = codeOfBrowser(RITA);
        for (int guess = 0; guess < 5; guess++) {
            at.porch.codes().take(RITA, "x" + guess);
        }

        assertThat(at.porch.codes().take(RITA, code)).isFalse();
    }

    @Test
    void a_sign_in_that_another_browser_began_is_refused() throws Exception {
        HttpClient ours = browser();
        String state = get(ours, at.porch.address(SignInPages.START))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll(".*state=", "");
        URI callback = at.porch.address(SignInPages.CALLBACK + "?code=good-" + MIA + "&state=" + state);

        assertThat(get(browser(), callback).statusCode()).isEqualTo(400);
        HttpResponse<String> page = get(ours, callback);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(get(ours, callback).statusCode()).as("a second time").isEqualTo(400);
    }

    @Test
    void what_entra_refuses_is_told_without_repeating_it() throws Exception {
        HttpResponse<String> page = get(
                browser(), at.porch.address(SignInPages.CALLBACK + "?error=%3Cscript%3E&error_description=%3Cb%3E"));

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).doesNotContain("<b>").contains("try again");
    }

    private Message cardThatNeedsASignIn() {
        at.porch.inbox.toMessage = message -> new Reply.Show(FakeInbox.CARD);
        at.porch.inbox.toClick = click ->
                at.porch.access.signedIn.containsKey(click.from().id())
                        ? new Reply.Say("done for " + click.from().name())
                        : new Reply.SignIn("Sign in first.");
        at.chats().say("mia", "personal", "card");
        return at.last("mia", 1);
    }

    private String codeOfBrowser(String person) throws Exception {
        HttpClient browser = browser();
        String state = get(browser, at.porch.address(SignInPages.START))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll(".*state=", "");
        String page = get(browser, at.porch.address(SignInPages.CALLBACK + "?code=good-" + person + "&state=" + state))
                .body();
        return page.replaceAll("(?s).*<output id=\"code\">(\\d+)<.*", "$1");
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    private static HttpResponse<String> get(HttpClient browser, URI uri) throws Exception {
        return browser.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
