package io.slipway.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The bot as it ships, in a process of its own. */
final class BenchBot implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(3);

    private final int port;
    private final Process process;
    private final Path log;

    BenchBot(Path jar, Path folder, Map<String, String> settings) throws IOException {
        port = freePort();
        log = folder.resolve("bot.log");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        String more = System.getProperty("slipway.bench.java", "");
        command.addAll(more.isBlank() ? List.of() : List.of(more.split(" ")));
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port, "--server.address=127.0.0.1"));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    URI messages() {
        return URI.create("http://127.0.0.1:" + port + "/api/messages");
    }

    /** Waits until it is ready. */
    void ready() throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IOException("the bot did not start:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(200_000_000);
        }
    }

    private boolean answers() {
        URI health = messages().resolve("/actuator/health/readiness");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(health).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Resident memory in MB, now and at most; where the system tells. */
    String memory() throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        return Files.exists(status)
                ? field(status, "VmRSS") + " MB now, " + field(status, "VmHWM") + " MB at most"
                : "unknown";
    }

    private static long field(Path status, String name) throws IOException {
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
