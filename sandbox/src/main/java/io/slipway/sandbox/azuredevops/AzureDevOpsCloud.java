package io.slipway.sandbox.azuredevops;

import io.javalin.config.JavalinConfig;
import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.entra.AccessTokens;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.http.CloudServer;
import io.slipway.sandbox.world.World;
import java.net.URI;

/** Imitates Azure DevOps: the organization contoso with the project Expenses. */
public final class AzureDevOpsCloud implements AutoCloseable {

    private final Estate estate;
    private final Mischief mischief = new Mischief();
    private final Artifacts artifacts;
    private final Deliveries deliveries;
    private final Hooks hooks;
    private final Engine engine;
    private final Door door;
    private final CloudServer server;
    private final AzureDevOpsSwitches switches;

    private AzureDevOpsCloud(World world, Tokens tokens, SandboxSettings settings, AzureDevOpsContent content) {
        this.estate = new Estate(world, content, new Disk(settings.state().resolve("azuredevops")));
        this.artifacts = new Artifacts(estate);
        new Seed(estate, artifacts).sow();
        this.door = new Door(estate.people, tokens);
        this.deliveries = new Deliveries(estate);
        this.hooks = new Hooks(estate, deliveries);
        this.engine = new Engine(
                estate,
                artifacts,
                new SolutionImport(new AccessTokens(tokens, world), content.environments()),
                mischief,
                hooks);
        this.switches = new AzureDevOpsSwitches(estate, mischief, engine, deliveries);
        this.server = CloudServer.start("Azure DevOps", settings.azureDevOps(), this::addTo);
        estate.at(server.address());
        engine.resume();
    }

    /**
     * Starts Azure DevOps; what it had when it was last ended goes on.
     *
     * @param content what it begins with in an empty state folder
     */
    public static AzureDevOpsCloud start(
            World world, Tokens tokens, SandboxSettings settings, AzureDevOpsContent content) {
        return new AzureDevOpsCloud(world, tokens, settings, content);
    }

    /** The address without the organization. */
    public URI address() {
        return server.address();
    }

    /** A personal access token of somebody, the same for as long as the state folder lives. */
    public String personalAccessToken(String person) {
        Identity owner = estate.people
                .byEntra(estate.world.human(person).orElseThrow().objectId())
                .orElseThrow();
        return door.personalToken(owner, estate.disk);
    }

    /** What a test can make go wrong. */
    public AzureDevOpsSwitches switches() {
        return switches;
    }

    private void addTo(JavalinConfig config) {
        estate.world.exchanges().of("Azure DevOps", config);
        config.http.maxRequestSize = 50_000_000L;
        Routes routes = new Routes(config, estate, door, mischief);
        new LocationApi().addTo(routes);
        new CoreApi(estate).addTo(routes);
        new GitApi(estate).addTo(routes);
        new GitHttp(estate, door, mischief, hooks).addTo(config);
        new Pages(estate, engine).addTo(config);
        new BuildsApi(estate, engine).addTo(routes);
        new TimelineApi(estate, artifacts).addTo(routes);
        new ApprovalsApi(estate, engine).addTo(routes);
        new HooksApi(estate, deliveries).addTo(routes);
        new EnvironmentsApi(estate).addTo(routes);
        new ChecksApi(estate).addTo(routes);
        // After the others: pipelines/{pipelineId} would match pipelines/approvals.
        new PipelinesApi(estate, engine).addTo(routes);
    }

    @Override
    public void close() {
        estate.close();
        server.close();
    }
}
