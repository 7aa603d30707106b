package io.slipway.sandbox.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.util.function.Consumer;

/** One imitated cloud's HTTP server: on loopback only, on virtual threads, letter case of paths ignored as the clouds do. */
public final class CloudServer implements AutoCloseable {

    private final String name;
    private final Javalin server;

    private CloudServer(String name, Javalin server) {
        this.name = name;
        this.server = server;
    }

    /**
     * Starts a server.
     *
     * @param name what a message about a taken port calls it
     * @param port where it listens, 0 for any free one
     * @param routes adds the routes and error bodies of the cloud
     * @throws PortTakenException when somebody else listens there
     */
    public static CloudServer start(String name, int port, Consumer<JavalinConfig> routes) {
        Javalin server = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            config.router.caseInsensitiveRoutes = true;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = port;
            routes.accept(config);
        });
        try {
            server.start();
        } catch (RuntimeException e) {
            throw PortTakenException.orSame(name, port, e);
        }
        return new CloudServer(name, server);
    }

    public int port() {
        return server.port();
    }

    /** The address that clients use, without a slash at its end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public String name() {
        return name;
    }

    @Override
    public void close() {
        server.stop();
    }
}
