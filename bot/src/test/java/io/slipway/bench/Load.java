package io.slipway.bench;

import io.slipway.sandbox.world.Human;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** People who talk to the bot without a pause, each waiting for one answer before saying the next thing. */
final class Load {

    private final BenchTeams teams;
    private final BenchConnector connector;
    private final URI bot;
    private final List<Human> people;
    private final AtomicLong ids = new AtomicLong(1_763_892_000_000L);

    Load(BenchTeams teams, BenchConnector connector, URI bot, List<Human> people) {
        this.teams = teams;
        this.connector = connector;
        this.bot = bot;
        this.people = people;
    }

    /**
     * What was measured.
     *
     * @param perSecond turns, each from the request to the answer in the connector, or to the card of a click
     */
    record Measured(double perSecond, double p50, double p99, double slowest) {}

    /** Talks for a while with so many people at once. */
    Measured run(int atOnce, Duration time) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + time.toNanos();
        List<Long> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Long>>> talks = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                int person = i;
                Callable<List<Long>> talk = () -> talk(person, end);
                talks.add(threads.submit(talk));
            }
            for (Future<List<Long>> talk : talks) {
                all.addAll(talk.get());
            }
        }
        long[] sorted = all.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Measured(sorted.length / (time.toNanos() / 1e9), at(sorted, 0.50), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }

    private List<Long> talk(int number, long end) throws IOException {
        Human person = people.get(number % people.size());
        String chat = "a:chat-" + number;
        String token = teams.token();
        List<Long> took = new ArrayList<>();
        long turn = number;
        while (System.nanoTime() < end) {
            try (Socket socket = connected()) {
                Wire wire = new Wire(socket.getInputStream());
                for (boolean open = true; open && System.nanoTime() < end; turn++) {
                    String id = String.valueOf(ids.incrementAndGet());
                    BenchTeams.Kind kind = BenchTeams.kind(turn);
                    byte[] request = teams.request(kind, person, chat, id, token);
                    long begin = System.nanoTime();
                    open = once(socket, wire, request, kind, id);
                    took.add(System.nanoTime() - begin);
                }
            }
        }
        return took;
    }

    /** One turn; whether the connection is still good after it. */
    private boolean once(Socket socket, Wire wire, byte[] request, BenchTeams.Kind kind, String id) throws IOException {
        var answer = kind == BenchTeams.Kind.CLICK ? null : connector.answerTo(id);
        socket.getOutputStream().write(request);
        Wire.Heard heard = wire.read();
        if (heard.status() != 200) {
            throw new IOException("the bot answered " + heard.start());
        }
        String said = new String(answer == null ? heard.body() : within(answer), StandardCharsets.UTF_8);
        if (!said.contains("AdaptiveCard")) {
            throw new IOException(kind + " was not answered with a card: " + said);
        }
        return !heard.last();
    }

    private static byte[] within(Future<byte[]> answer) throws IOException {
        try {
            return answer.get(20, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("no answer within 20 s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Signs everybody in, so that commands that act for people answer as they usually do. */
    void signIn(Function<Human, String> tokens) {
        for (Human person : people) {
            try (Socket socket = connected()) {
                byte[] request =
                        teams.signIn(person, "a:sign-in", String.valueOf(ids.incrementAndGet()), tokens.apply(person));
                socket.getOutputStream().write(request);
                Wire.Heard heard = new Wire(socket.getInputStream()).read();
                if (heard.status() != 200) {
                    throw new IllegalStateException(person.name() + " could not sign in: " + heard.start());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Socket connected() throws IOException {
        Socket socket = new Socket(bot.getHost(), bot.getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }
}
