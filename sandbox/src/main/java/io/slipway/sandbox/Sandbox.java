package io.slipway.sandbox;

import io.slipway.sandbox.azuredevops.AzureDevOpsCloud;
import io.slipway.sandbox.dataverse.DataverseCloud;
import io.slipway.sandbox.dataverse.DataverseCloud.Place;
import io.slipway.sandbox.dataverse.Seed;
import io.slipway.sandbox.entra.AccessTokens;
import io.slipway.sandbox.entra.EntraCloud;
import io.slipway.sandbox.entra.SigningKeys;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.monitor.MonitorCloud;
import io.slipway.sandbox.teams.PageExtras;
import io.slipway.sandbox.teams.TeamsCloud;
import io.slipway.sandbox.world.ExpensesSolution;
import io.slipway.sandbox.world.SandboxClock;
import io.slipway.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** All imitated clouds together, started and ended as one. */
public final class Sandbox implements AutoCloseable {

    private final World world;
    private final Tokens tokens;
    private final AccessTokens accessTokens;
    private final EntraCloud entra;
    private final Map<String, DataverseCloud> environments = new LinkedHashMap<>();
    private final MonitorCloud monitor;
    private final AzureDevOpsCloud azureDevOps;
    private final TeamsCloud teams;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Sandbox(SandboxSettings settings, SandboxClock clock, Optional<Path> commands) {
        this.world = new World(clock);
        SigningKeys keys = SigningKeys.in(settings.state());
        this.tokens = new Tokens(keys.tenant(), clock::wall);
        Tokens channel = new Tokens(keys.channel(), clock::wall);
        this.accessTokens = new AccessTokens(tokens, world);
        try {
            this.entra = keep(EntraCloud.start(world, tokens, channel, settings));
            environment(settings, "dev", settings.dev(), ExpensesSolution.zip("1.4.0.14", false));
            environment(settings, "test", settings.test(), ExpensesSolution.zip("1.4.0.12", true));
            environment(settings, "prod", settings.prod(), ExpensesSolution.zip("1.4.0.11", true));
            this.monitor = keep(MonitorCloud.start(world, tokens, settings));
            this.azureDevOps =
                    keep(AzureDevOpsCloud.start(world, tokens, settings, FirstContent.of(environments(), settings)));
            PageExtras extras = new PageExtras(commands, this::versions);
            this.teams = keep(TeamsCloud.start(world, channel, tokens, settings, extras));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts everything on the machine's time, which goes by itself. */
    public static Sandbox start(SandboxSettings settings) {
        return start(settings, Optional.empty());
    }

    /**
     * Starts everything on the machine's time.
     *
     * @param commands a Teams manifest with the commands that the chat page offers
     */
    public static Sandbox start(SandboxSettings settings, Optional<Path> commands) {
        Sandbox sandbox = new Sandbox(settings, new SandboxClock(InstantSource.system()), commands);
        sandbox.keep(sandbox.tick());
        return sandbox;
    }

    /** Starts everything on a clock that the caller turns by hand. */
    public static Sandbox start(SandboxSettings settings, SandboxClock clock) {
        return new Sandbox(settings, clock, Optional.empty());
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

    /** The addresses of the Power Platform environments by their names: {@code dev}, {@code test}, {@code prod}. */
    public Map<String, URI> environments() {
        Map<String, URI> addresses = new LinkedHashMap<>();
        environments.forEach((name, cloud) -> addresses.put(name, cloud.address()));
        return addresses;
    }

    /** The version of Expenses in each environment. */
    public Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        environments.forEach((name, cloud) -> versions.put(name, cloud.version(ExpensesSolution.NAME)));
        return versions;
    }

    public MonitorCloud monitor() {
        return monitor;
    }

    public AzureDevOpsCloud azureDevOps() {
        return azureDevOps;
    }

    public TeamsCloud teams() {
        return teams;
    }

    /** Ends everything, the last one started first. */
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

    private void environment(SandboxSettings settings, String name, int port, byte[] solution) {
        Seed seed = new Seed(List.of(solution), ExpensesSolution.VALUES, ExpensesSolution.CONNECTIONS);
        Place place = new Place(name, port, settings.state());
        environments.put(
                name,
                keep(DataverseCloud.start(
                        world, tokens, place, seed, settings.pace().importing())));
    }

    private <T extends AutoCloseable> T keep(T started) {
        running.push(started);
        return started;
    }

    private AutoCloseable tick() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("sandbox-clock").factory());
        executor.scheduleWithFixedDelay(new Ticking(world.clock()), 100, 100, TimeUnit.MILLISECONDS);
        return executor::shutdownNow;
    }
}
