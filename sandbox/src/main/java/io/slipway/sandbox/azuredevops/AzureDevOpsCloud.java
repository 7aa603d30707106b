package io.slipway.sandbox.azuredevops;

import io.javalin.config.JavalinConfig;
import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.http.CloudServer;
import io.slipway.sandbox.world.World;
import java.net.URI;

/** Imitates Azure DevOps: the organization contoso with the project Expenses. */
public final class AzureDevOpsCloud implements AutoCloseable {

    private final Estate estate;
    private final Mischief mischief = new Mischief();
    private final Artifacts artifacts;
    private final Engine engine;
    private final Door door;
    private final CloudServer server;

    private AzureDevOpsCloud(World world, Tokens tokens, SandboxSettings settings, AzureDevOpsContent content) {
        this.estate = new Estate(world, content, new Disk(settings.state().resolve("azuredevops")));
        this.artifacts = new Artifacts(estate);
        new Seed(estate, artifacts).sow();
        this.door = new Door(estate.people, tokens);
        this.engine = new Engine(
                estate, artifacts, new SolutionImport(world, tokens, content.environments()), mischief, new Quiet());
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

    private void addTo(JavalinConfig config) {
        config.http.maxRequestSize = 50_000_000L;
        Routes routes = new Routes(config, estate, door, mischief);
        new BuildsApi(estate, engine).addTo(routes);
        new TimelineApi(estate, artifacts).addTo(routes);
        new ApprovalsApi(estate, engine).addTo(routes);
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
