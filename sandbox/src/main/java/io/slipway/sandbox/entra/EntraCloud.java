package io.slipway.sandbox.entra;

import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.http.CloudServer;
import io.slipway.sandbox.http.LoopbackCertificate;
import io.slipway.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;

/** Imitates Entra ID's endpoints of the tenant, and the metadata that the Bot Framework publishes for bots. */
public final class EntraCloud implements AutoCloseable {

    private final LoopbackCertificate certificate;
    private final CloudServer server;

    private EntraCloud(World world, Tokens tokens, Tokens channel, SandboxSettings settings) {
        this.certificate =
                LoopbackCertificate.in(settings.state(), "entra", world.clock().wall());
        MetadataApi metadata = new MetadataApi(world, tokens, channel);
        Codes codes = new Codes();
        TokenApi tokenApi = new TokenApi(world, tokens, codes);
        SignInPage page = new SignInPage(world, codes);
        this.server = CloudServer.startTls("Entra", settings.entra(), certificate, config -> {
            world.exchanges().of("Entra", config);
            metadata.addTo(config);
            tokenApi.addTo(config);
            page.addTo(config);
        });
    }

    /** Starts Entra. */
    public static EntraCloud start(World world, Tokens tokens, Tokens channel, SandboxSettings settings) {
        return new EntraCloud(world, tokens, channel, settings);
    }

    /** The address without a tenant. */
    public URI address() {
        return server.address();
    }

    /** The PEM file that clients are told to trust. */
    public Path certificate() {
        return certificate.pem();
    }

    @Override
    public void close() {
        server.close();
    }
}
