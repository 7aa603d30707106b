package io.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slipway.manifest.Dockerfile.Step;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileTest {
    private static final Path ROOT = Path.of(System.getProperty("slipway.root", ".."));

    @TempDir
    private Path scratch;

    private Dockerfile dockerfile;

    @BeforeEach
    void read() throws IOException {
        dockerfile = Dockerfile.read(ROOT.resolve("Dockerfile"));
    }

    @Test
    void it_has_two_stages_and_the_last_one_runs_on_a_jre_25() {
        List<Step> stages = dockerfile.all("FROM").toList();

        assertThat(stages).hasSize(2);
        assertThat(stages.getLast().rest()).contains("25-jre");
    }

    @Test
    void it_does_not_run_as_root_and_says_how_it_is_doing() {
        assertThat(dockerfile.last("USER").orElseThrow().rest()).matches("[1-9]\\d*");
        assertThat(dockerfile.last("HEALTHCHECK")).isPresent();
        assertThat(dockerfile.last("EXPOSE").orElseThrow().rest()).isEqualTo("3978");
    }

    @Test
    void walking_through_it_ends_with_a_bot_that_answers_its_health_check() throws Exception {
        assumeTrue(built(), "skipped, as the jar is not there before the phase package: script/test makes it");
        Path home = new ImageWalk(ROOT, scratch).walk(dockerfile);
        int port = freePort();
        Path log = scratch.resolve("bot.log");

        Process bot = start(home, port, log);
        try {
            Awaitility.await("the health check\n" + log)
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .failFast(() ->
                            assertThat(bot.isAlive()).as(Files.readString(log)).isTrue())
                    .until(() -> healthy(port));
        } finally {
            bot.destroy();
            assertThat(bot.waitFor(30, TimeUnit.SECONDS))
                    .as("ends when told to")
                    .isTrue();
        }
    }

    private static boolean built() throws IOException {
        Path target = ROOT.resolve("bot/target");
        if (!Files.isDirectory(target)) {
            return false;
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.anyMatch(f -> f.toString().endsWith("-app.jar"));
        }
    }

    private Process start(Path home, int port, Path log) throws IOException {
        List<String> command =
                new ArrayList<>(dockerfile.last("ENTRYPOINT").orElseThrow().command());
        assertThat(command.getFirst()).isEqualTo("java");
        command.set(0, ImageWalk.JAVA);
        ProcessBuilder bot = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        bot.environment().putAll(settings(port));
        return bot.start();
    }

    /** The least that a bot is told; nothing of it is reached before somebody says something. */
    private Map<String, String> settings(int port) throws IOException {
        return Map.of(
                "SERVER_PORT", String.valueOf(port),
                "SLIPWAY_STORE_FOLDER", scratch.resolve("data").toString(),
                "SLIPWAY_TEAMS_AUTH", "loopback",
                "SLIPWAY_ENTRA_TENANT", "5c0a7d6e-1d0f-4b53-9c5e-0b6f2f7f3a10",
                "SLIPWAY_ENTRA_CLIENTID", "7b1f4a52-6a0d-4f0e-8f57-3d5a1c9e2b44",
                "SLIPWAY_ENTRA_CLIENTSECRET", "not-a-secret",
                "SLIPWAY_CATALOG", catalog());
    }

    private boolean healthy(int port) throws IOException, InterruptedException {
        ProcessBuilder check =
                new ProcessBuilder(dockerfile.last("HEALTHCHECK").orElseThrow().command());
        check.environment().put("SERVER_PORT", String.valueOf(port));
        check.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return check.start().waitFor() == 0;
    }

    private String catalog() throws IOException {
        return Files.writeString(scratch.resolve("catalog.yml"), SmallCatalog.TEXT)
                .toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
