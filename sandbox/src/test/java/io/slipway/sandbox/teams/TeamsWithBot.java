package io.slipway.sandbox.teams;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.world.SandboxClock;
import io.slipway.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Teams and a small bot, connected, on any free ports. */
final class TeamsWithBot implements AutoCloseable {

    private static final RSAKey KEY = key();

    final World world = new World(new SandboxClock(InstantSource.system()));
    final Tokens tokens = new Tokens(KEY, InstantSource.system());
    final EchoBot bot;
    private final Path state;
    TeamsCloud teams;

    TeamsWithBot(Path state) throws IOException {
        this.state = state;
        this.bot = new EchoBot(tokens);
        this.teams = start();
    }

    private TeamsCloud start() {
        Path commands = Path.of("src/test/resources/io/slipway/sandbox/teams/commands.json");
        PageExtras extras = new PageExtras(Optional.of(commands), () -> Map.of("test", "Expenses 1.4.0.12"));
        return TeamsCloud.start(world, tokens, tokens, SandboxSettings.anyPorts(state, bot.address()), extras);
    }

    void restart() {
        teams.close();
        teams = start();
    }

    Chats chats() {
        return teams.chats();
    }

    /** What Slipway said in a room, once it has said so many things. */
    List<Message> said(String person, String room, int atLeast) {
        until(() -> fromBot(person, room).size() >= atLeast);
        return fromBot(person, room);
    }

    private List<Message> fromBot(String person, String room) {
        return chats().messages(person, room).stream()
                .filter(message -> message.from().equals("slipway"))
                .toList();
    }

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen within 10 s");
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        teams.close();
        bot.close();
    }
}
