package io.slipway.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.story.Moment.At;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 at any moment of a deployment: nothing is done twice, and nothing is lost. Several voyages side by side, as
 * most of their time is waiting.
 */
class KillStory {

    private static final int LANES = 4;
    private static final String TEAMS = "Teams %s /v3/conversations/*/activities";
    private static final String PROJECT = "Azure DevOps %s /contoso/Expenses/_apis/";

    @TempDir
    private Path folder;

    private final Queue<Moment> signingIn =
            new ConcurrentLinkedQueue<>(whileSigningIn().toList());
    private final Queue<Moment> onTheWay =
            new ConcurrentLinkedQueue<>(onTheWay().toList());
    private final Queue<String> tried = new ConcurrentLinkedQueue<>();
    private final Queue<String> broken = new ConcurrentLinkedQueue<>();

    /** While somebody signs in for the first time, and what they typed waits. */
    private static Stream<Moment> whileSigningIn() {
        return Stream.concat(
                around(TEAMS.formatted("PUT") + "/*", 1), around(PROJECT.formatted("GET") + "build/builds", 1));
    }

    /** From the message to the end, in the order of a voyage that nothing disturbs. */
    private static Stream<Moment> onTheWay() {
        return Stream.of(
                        around(PROJECT.formatted("GET") + "build/definitions", 1),
                        around("Dataverse (prod) GET /api/data/v9.2/solutions", 1),
                        around(TEAMS.formatted("POST") + "/*", 1),
                        around(PROJECT.formatted("GET") + "build/builds", 1),
                        around(PROJECT.formatted("POST") + "pipelines/*/runs", 1),
                        around(PROJECT.formatted("GET") + "build/builds/*", 1),
                        around(TEAMS.formatted("POST"), 1, 2),
                        around("Teams GET /v3/conversations/*/pagedmembers", 1),
                        around(PROJECT.formatted("GET") + "pipelines/approvals/*", 5),
                        around(PROJECT.formatted("PATCH") + "pipelines/approvals", 1),
                        around(TEAMS.formatted("PUT") + "/*", 1, 3, 4),
                        Stream.of(50, 1000, 6000).map(Duration::ofMillis).map(Moment.After::new))
                .flatMap(moments -> moments);
    }

    private static Stream<Moment> around(String kind, int... which) {
        return IntStream.of(which).boxed().flatMap(no -> Stream.of(new At(kind, no, false), new At(kind, no, true)));
    }

    @Test
    void wherever_the_bot_is_killed_there_is_one_run_one_card_one_decision_and_an_answer() throws Exception {
        try (var lanes = Executors.newFixedThreadPool(LANES)) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                Path home = Files.createDirectory(folder.resolve("lane" + lane));
                work.add(() -> {
                    lane(home);
                    return null;
                });
            }
            for (Future<Void> lane : lanes.invokeAll(work)) {
                lane.get();
            }
        }

        assertThat(broken).isEmpty();
        assertThat(tried).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(25);
    }

    /** One voyage takes moment after moment; one that broke ends it, and the next moment gets a new one. */
    private void lane(Path home) throws IOException {
        for (int voyages = 0; !onTheWay.isEmpty(); voyages++) {
            Path at = Files.createDirectory(home.resolve("voyage" + voyages));
            try (Voyage voyage = Voyage.clouds(at);
                    BotProcess bot = new BotProcess(voyage.settings(), at.resolve("bot.log"))) {
                bot.start();
                boolean well = survives(voyage, bot, "jonas", signingIn.poll());
                while (well) {
                    well = survives(voyage, bot, "mia", onTheWay.poll());
                }
            }
        }
    }

    private boolean survives(Voyage voyage, BotProcess bot, String asker, @Nullable Moment moment) {
        if (moment == null) {
            return asker.equals("jonas");
        }
        try {
            Deployment.free(voyage, "mia");
            Deployment deployment = new Deployment(voyage, asker, "killed " + moment);
            try (Executioner executioner =
                    Executioner.waiting(voyage.sandbox().world().exchanges(), bot, moment)) {
                deployment.live();
                if (executioner.struck()) {
                    tried.add(asker + ", " + moment);
                }
            }
            deployment.holds();
            return true;
        } catch (RuntimeException | AssertionError e) {
            broken.add(moment + ": " + e + "\n" + screen(voyage, asker));
            return false;
        }
    }

    private static String screen(Voyage voyage, String person) {
        return voyage.chats().messages(person, "general").stream()
                .map(message -> message.from() + ": "
                        + message.readable().lines().limit(4).toList() + (message.deleted() ? " deleted" : ""))
                .collect(Collectors.joining("\n"));
    }
}
