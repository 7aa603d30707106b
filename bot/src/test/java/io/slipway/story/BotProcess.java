package io.slipway.story;

import io.slipway.App;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The bot as a process of its own, which can be killed as the kernel kills: without a word. */
final class BotProcess implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);

    private final Map<String, String> settings;
    private final Path log;
    private volatile Process process;

    BotProcess(Map<String, String> settings, Path log) {
        this.settings = settings;
        this.log = log;
    }

    /** Starts it and waits until it is ready. */
    void start() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx300m",
                "-cp",
                System.getProperty("java.class.path"),
                App.class.getName()));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        URI ready = URI.create("http://127.0.0.1:" + settings.get("server.port") + "/actuator/health/readiness");
        Eventually.holds("the bot is ready, its log is " + log, START, () -> answers(ready));
    }

    private boolean answers(URI address) {
        if (!process.isAlive()) {
            throw new AssertionError("the bot ended by itself, its log is " + log);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Kills it as {@code kill -9} does; returns at once. */
    void kill() {
        process.destroyForcibly();
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    /** Waits until a killed process is gone, so that its port is free. */
    void gone() {
        Eventually.holds("the killed bot is gone", START, () -> !process.isAlive());
    }

    @Override
    public void close() {
        if (alive()) {
            kill();
            gone();
        }
    }
}
