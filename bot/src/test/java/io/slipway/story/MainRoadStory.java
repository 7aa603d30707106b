package io.slipway.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The road that everybody takes first, as it is seen: typed, watched, approved by somebody else, arrived. */
class MainRoadStory {

    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(30_000);
    private static final int PHONE = 360;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static Voyage voyage;

    @BeforeAll
    static void begin() {
        chromium = Chromium.start();
        voyage = Voyage.begin(folder);
    }

    @AfterAll
    static void end() {
        if (voyage != null) {
            voyage.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static void say(Page page, String text) {
        page.getByTestId("compose").fill(text);
        page.getByTestId("send").last().click();
    }

    private static Locator cards(Page page, String words) {
        return page.getByTestId("card").filter(new Locator.FilterOptions().setHasText(words));
    }

    private static Locator button(Locator card, String title) {
        return card.locator("button", new Locator.LocatorOptions().setHasText(title));
    }

    private static void fits(Page page) {
        page.setViewportSize(PHONE, 740);
        List<?> tooWide = (List<?>) page.evaluate("""
                () => [document.documentElement, ...document.querySelectorAll('.stream, .card, .card button, .compose')]
                    .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible'
                        || e.getBoundingClientRect().right > innerWidth + 1)
                    .map(e => (e.className || e.tagName) + ': ' + e.textContent.slice(0, 60))""");
        assertThat(tooWide).isEmpty();
        page.setViewportSize(1280, 900);
    }

    @Test
    void a_deployment_is_asked_for_watched_approved_and_arrives() {
        Page page = chromium.page(voyage, "mia", "general");
        page.getByTestId("hood").click();
        page.getByTestId("tab-versions").click();
        assertThat(page.getByTestId("versions")).containsText("prod1.4.0.11");
        say(page, "@Slipway deploy Expenses to prod");

        Locator run = cards(page, "Asked in");
        assertThat(run).containsText("Deploy to Test", PATIENTLY);
        Locator gate = cards(page, "Before this gate");
        assertThat(gate).containsText("You asked for this run", PATIENTLY);
        assertThat(button(gate, "Approve")).hasCount(0);
        assertThat(run).containsText("Rita Okafor or Omar Haddad");

        page.getByTestId("people").click();
        page.getByTestId("person-rita").click();
        assertThat(gate).containsText("Waiting for your decision", PATIENTLY);
        fits(page);
        gate.getByLabel("Comment").fill("The month is closed.");
        button(gate, "Approve").click();

        assertThat(gate).containsText("Rita Okafor approved", PATIENTLY);
        assertThat(gate).containsText("The month is closed.");
        assertThat(page.getByTestId("versions")).containsText("prod1.4.0.13", PATIENTLY);
        assertThat(run).containsText("Succeeded", PATIENTLY);
        assertThat(run).hasCount(1);
        assertThat(page.getByText("This message has been deleted.")).hasCount(0);
        page.close();
    }

    @Test
    void every_answer_fits_a_phone() {
        Page page = chromium.page(voyage, "omar", "personal");
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("help", "What you can do here");
        answers.put("status", "What is where");
        answers.put("deploy", "Choose where it goes");
        answers.put("deploy Expences to prod", "Did you mean Expenses?");
        answers.forEach((line, answer) -> {
            say(page, line);
            assertThat(cards(page, answer)).hasCount(1, new HasCountOptions().setTimeout(30_000));
        });
        fits(page);
        page.close();
    }
}
