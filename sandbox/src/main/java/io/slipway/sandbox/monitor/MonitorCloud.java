package io.slipway.sandbox.monitor;

import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.http.CloudServer;
import io.slipway.sandbox.world.World;
import java.net.URI;

/** Imitates Application Insights for one resource: ingestion and queries on one address. */
public final class MonitorCloud implements AutoCloseable {

    private static final String KEY = "8a1f0c52-6f0e-4b39-9d5f-2c7e5b1a4d63";

    private final Telemetry telemetry = new Telemetry();
    private final CloudServer server;

    private MonitorCloud(World world, Tokens tokens, SandboxSettings settings) {
        IngestionApi ingestion = new IngestionApi(world, telemetry);
        QueryApi query = new QueryApi(tokens, telemetry);
        this.server = CloudServer.start("Application Insights", settings.monitor(), config -> {
            config.http.maxRequestSize = 64L * 1024 * 1024;
            ingestion.addTo(config);
            query.addTo(config);
        });
    }

    /** Starts Application Insights. */
    public static MonitorCloud start(World world, Tokens tokens, SandboxSettings settings) {
        return new MonitorCloud(world, tokens, settings);
    }

    public URI address() {
        return server.address();
    }

    /** What exporters are told. */
    public String connectionString() {
        return "InstrumentationKey=" + KEY + ";IngestionEndpoint=" + address() + "/;LiveEndpoint=" + address()
                + "/;ApplicationId=" + QueryApi.APP;
    }

    /** How much arrived for a table, such as {@code requests}. */
    public int received(String table) {
        return telemetry.of(table).size();
    }

    @Override
    public void close() {
        server.close();
    }
}
