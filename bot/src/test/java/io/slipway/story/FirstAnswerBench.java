package io.slipway.story;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long people look at nothing: from the press on send until the first words of Slipway are on the chat page, and
 * from the press on Approve until the card shows it. Bot, clouds and browser share the machine.
 */
class FirstAnswerBench {

    private static final int ROUNDS = Integer.getInteger("slipway.bench.rounds", 20);

    /** Sends what is typed, and counts the milliseconds until one more message of Slipway can be seen. */
    private static final String SEND = """
            () => new Promise(resolve => {
                const seen = () => document.querySelectorAll('[data-from=slipway]:not([hidden])').length;
                const before = seen(), start = performance.now();
                const look = new MutationObserver(() => {
                    if (seen() > before) { look.disconnect(); resolve(performance.now() - start); }
                });
                look.observe(document.querySelector('.stream'), { subtree: true, childList: true, attributes: true });
                document.querySelector('.room > .compose .send').click();
                setTimeout(() => resolve(30000), 30000);
            })""";

    /** Presses the newest Approve, and counts the milliseconds until its card says that it is approved. */
    private static final String APPROVE = """
            () => new Promise(resolve => {
                const button = [...document.querySelectorAll('.card button')].filter(b => b.textContent === 'Approve').pop();
                const message = button.closest('[data-testid=message]'), start = performance.now();
                const look = new MutationObserver(() => {
                    if (/\\sapproved/.test(message.textContent)) { look.disconnect(); resolve(performance.now() - start); }
                });
                look.observe(message, { subtree: true, childList: true, characterData: true });
                button.click();
                setTimeout(() => resolve(30000), 30000);
            })""";

    @TempDir
    private Path folder;

    private final Map<String, List<Double>> measured = new LinkedHashMap<>();

    @Test
    void first_answers() {
        try (Chromium chromium = Chromium.start();
                Voyage voyage = Voyage.clouds(folder);
                BotProcess bot = new BotProcess(voyage.settings(), folder.resolve("bot.log"))) {
            bot.start();
            Page mia = chromium.page(voyage, "mia", "general");
            Page rita = chromium.page(voyage, "rita", "general");
            for (int round = 0; round <= ROUNDS; round++) {
                round(voyage, mia, rita);
            }
        }
        System.out.println("milliseconds until the first answer is on the page, " + ROUNDS + " rounds");
        System.out.println("           p50      p99   the very first, with signing in");
        measured.forEach((what, all) -> System.out.println(line(what, all)));
    }

    private void round(Voyage voyage, Page mia, Page rita) {
        note("deploy", deploy(mia));
        rita.getByText("Approve", new Page.GetByTextOptions().setExact(true))
                .last()
                .waitFor();
        note("approve", (Number) rita.evaluate(APPROVE));
        note("status", send(mia, "@Slipway status"));
        Eventually.holds(
                "the run has ended",
                () -> voyage.truth().runs().stream()
                        .allMatch(run -> !run.result().isEmpty()));
    }

    /** A deployment whose end has just been shown may hold its name for a moment: that answer does not count. */
    private static Number deploy(Page page) {
        Number taken = send(page, "@Slipway deploy Expenses to prod --again");
        for (int tries = 0; tries < 20 && newest(page).contains("already"); tries++) {
            page.waitForTimeout(500);
            taken = send(page, "@Slipway deploy Expenses to prod --again");
        }
        return taken;
    }

    private static String newest(Page page) {
        return page.locator("[data-from=slipway]:not([hidden])").last().innerText();
    }

    private static Number send(Page page, String text) {
        page.getByTestId("compose").fill(text);
        return (Number) page.evaluate(SEND);
    }

    private void note(String what, Number milliseconds) {
        measured.computeIfAbsent(what, name -> new ArrayList<>()).add(milliseconds.doubleValue());
    }

    private static String line(String what, List<Double> all) {
        List<Double> sorted = all.stream().skip(1).sorted().toList();
        return String.format(
                Locale.ROOT,
                "%-8s %5.0f    %5.0f   %5.0f",
                what,
                sorted.get((sorted.size() - 1) / 2),
                sorted.getLast(),
                all.getFirst());
    }
}
