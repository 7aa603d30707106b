package io.slipway.sandbox;

import io.slipway.sandbox.azuredevops.AzureDevOpsCloud;
import io.slipway.sandbox.azuredevops.AzureDevOpsContent;
import io.slipway.sandbox.dataverse.DataverseCloud;
import io.slipway.sandbox.dataverse.DataverseCloud.Place;
import io.slipway.sandbox.dataverse.Seed;
import io.slipway.sandbox.entra.AccessTokens;
import io.slipway.sandbox.entra.EntraCloud;
import io.slipway.sandbox.entra.SigningKeys;
import io.slipway.sandbox.entra.Tokens;
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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All imitated clouds together, started and ended as one. */
public final class Sandbox implements AutoCloseable {

    private final World world;
    private final Tokens tokens;
    private final AccessTokens accessTokens;
    private final EntraCloud entra;
    private final AzureDevOpsCloud azureDevOps;
    private final TeamsCloud teams;
    private final Map<String, URI> environments = new LinkedHashMap<>();
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private Sandbox(SandboxSettings settings, World world) {
        this.world = world;
        SigningKeys keys = SigningKeys.in(settings.state());
        this.tokens = new Tokens(keys.tenant(), world.clock()::wall);
        Tokens channel = new Tokens(keys.channel(), world.clock()::wall);
        this.accessTokens = new AccessTokens(tokens, world);
        this.entra = keep(EntraCloud.start(world, tokens, channel, settings));
        startEnvironments(settings);
        this.azureDevOps = keep(AzureDevOpsCloud.start(world, tokens, settings, content(settings)));
        this.teams = keep(TeamsCloud.start(world, channel, tokens, settings, extras()));
    }

    private AzureDevOpsContent content(SandboxSettings settings) {
        Map<String, byte[]> packages = Stream.of("1.4.0.11", "1.4.0.12", "1.4.0.13")
                .collect(Collectors.toMap(version -> version, version -> ExpensesSolution.zip(version, true)));
        Map<String, URI> targets = Map.of("test", environments.get("test"), "prod", environments.get("prod"));
        return new AzureDevOpsContent(
                targets, packages, Map.of(), settings.pace().task());
    }

    private PageExtras extras() {
        return PageExtras.none();
    }

    private void startEnvironments(SandboxSettings settings) {
        environment(settings, "dev", settings.dev(), ExpensesSolution.zip("1.4.0.14", false));
        environment(settings, "test", settings.test(), ExpensesSolution.zip("1.4.0.12", true));
        environment(settings, "prod", settings.prod(), ExpensesSolution.zip("1.4.0.11", true));
    }

    private void environment(SandboxSettings settings, String name, int port, byte[] solution) {
        Seed seed = new Seed(List.of(solution), ExpensesSolution.VALUES, ExpensesSolution.CONNECTIONS);
        DataverseCloud cloud = keep(DataverseCloud.start(
                world,
                tokens,
                new Place(name, port, settings.state()),
                seed,
                settings.pace().importing()));
        environments.put(name, cloud.address());
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

    public AzureDevOpsCloud azureDevOps() {
        return azureDevOps;
    }

    public TeamsCloud teams() {
        return teams;
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
        return Map.copyOf(environments);
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
