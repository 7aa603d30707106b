package io.slipway.sandbox;

import io.slipway.sandbox.entra.AccessTokens;
import io.slipway.sandbox.entra.EntraCloud;
import io.slipway.sandbox.entra.SigningKeys;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.world.SandboxClock;
import io.slipway.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** All imitated clouds together, started and ended as one. */
public final class Sandbox implements AutoCloseable {

    private final World world;
    private final Tokens tokens;
    private final AccessTokens accessTokens;
    private final EntraCloud entra;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Sandbox(SandboxSettings settings, World world) {
        this.world = world;
        SigningKeys keys = SigningKeys.in(settings.state());
        this.tokens = new Tokens(keys.tenant(), world.clock()::wall);
        Tokens channel = new Tokens(keys.channel(), world.clock()::wall);
        this.accessTokens = new AccessTokens(tokens, world);
        this.entra = keep(EntraCloud.start(world, tokens, channel, settings));
    }

    /** Starts everything on the machine's time, which goes by itself. */
    public static Sandbox start(SandboxSettings settings) {
        Sandbox sandbox = start(settings, new SandboxClock(InstantSource.system()));
        sandbox.keep(sandbox.tick());
        return sandbox;
    }

    /** Starts everything on a clock that the caller turns by hand. */
    public static Sandbox start(SandboxSettings settings, SandboxClock clock) {
        return new Sandbox(settings, new World(clock));
    }

    public World world() {
        return world;
    }

    /** Checks and signs the tenant's tokens. */
    public Tokens tokens() {
        return tokens;
    }

    /** Tokens for whoever wants to call a cloud by hand. */
    public AccessTokens accessTokens() {
        return accessTokens;
    }

    /** Entra's address, without a tenant. */
    public URI entra() {
        return entra.address();
    }

    /** The PEM file to trust for Entra. */
    public Path entraCertificate() {
        return entra.certificate();
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("cannot end the sandbox", e);
            }
        }
    }

    private <T extends AutoCloseable> T keep(T started) {
        running.push(started);
        return started;
    }

    private AutoCloseable tick() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("sandbox-clock").factory());
        executor.scheduleWithFixedDelay(world.clock()::catchUp, 100, 100, TimeUnit.MILLISECONDS);
        return executor::shutdownNow;
    }
}
