package io.slipway.teams;

import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.entra.AccessTokens;
import io.slipway.sandbox.entra.SigningKeys;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.teams.Chats;
import io.slipway.sandbox.teams.Message;
import io.slipway.sandbox.teams.PageExtras;
import io.slipway.sandbox.teams.TeamsCloud;
import io.slipway.sandbox.world.SandboxClock;
import io.slipway.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The porch and an imitated Teams that talk to each other. */
final class PorchAtTeams implements AutoCloseable {

    final RunningPorch porch;
    private final World world = new World(new SandboxClock(InstantSource.system()));
    private final SigningKeys keys = SigningKeys.made();
    private final BotFramework framework = new BotFramework();
    TeamsCloud teams;

    PorchAtTeams() throws IOException {
        framework.publish(keys.channel(), "msteams");
        porch = new RunningPorch(
                "--slipway.teams.app-id=" + World.BOT_APP_ID,
                "--slipway.teams.metadata=" + framework.metadata(),
                "--slipway.teams.service-hosts=127.0.0.1");
    }

    /** An empty Teams, and a bot that has heard nothing yet. */
    void begin(Path state) {
        porch.forget();
        Tokens entra = new Tokens(keys.tenant(), InstantSource.system());
        teams = TeamsCloud.start(
                world,
                new Tokens(keys.channel(), InstantSource.system()),
                entra,
                SandboxSettings.anyPorts(state, porch.address(MessagesController.PATH)),
                PageExtras.none());
        String token = new AccessTokens(entra, world).ofService("https://api.botframework.com");
        porch.access.service = scope -> token;
    }

    Chats chats() {
        return teams.chats();
    }

    /** What Slipway said in a room, once it has said so many things. */
    List<Message> said(String person, String room, int atLeast) {
        until(() -> bySlipway(person, room).size() >= atLeast);
        return bySlipway(person, room);
    }

    private List<Message> bySlipway(String person, String room) {
        return chats().messages(person, room).stream()
                .filter(message -> message.from().equals("slipway") && !message.deleted())
                .toList();
    }

    /** The last thing that Slipway said in this person's own chat. */
    Message last(String person, int atLeast) {
        return said(person, "personal", atLeast).getLast();
    }

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen within 15 s");
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** Ends Teams only. */
    void endTeams() {
        teams.close();
    }

    @Override
    public void close() {
        porch.close();
        framework.close();
    }
}
