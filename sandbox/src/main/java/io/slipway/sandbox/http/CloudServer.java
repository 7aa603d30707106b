package io.slipway.sandbox.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.json.JavalinJackson3;
import java.net.URI;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** One imitated cloud's HTTP server: on loopback only, on virtual threads, letter case of paths ignored as the clouds do. */
public final class CloudServer implements AutoCloseable {

    private final String name;
    private final String scheme;
    private final Javalin server;

    private CloudServer(String name, String scheme, Javalin server) {
        this.name = name;
        this.scheme = scheme;
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
        return started(name, "http", port, config -> {
            config.jetty.host = "127.0.0.1";
            config.jetty.port = port;
            routes.accept(config);
        });
    }

    /** Starts a server that speaks TLS with this certificate. */
    public static CloudServer startTls(
            String name, int port, LoopbackCertificate certificate, Consumer<JavalinConfig> routes) {
        return started(name, "https", port, config -> {
            config.jetty.addConnector((server, http) -> tls(server, http, certificate, port));
            routes.accept(config);
        });
    }

    private static CloudServer started(String name, String scheme, int port, Consumer<JavalinConfig> setUp) {
        Javalin server = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            config.router.caseInsensitiveRoutes = true;
            config.jsonMapper(new JavalinJackson3());
            setUp.accept(config);
        });
        try {
            server.start();
        } catch (RuntimeException e) {
            throw PortTakenException.orSame(name, port, e);
        }
        return new CloudServer(name, scheme, server);
    }

    private static Connector tls(Server server, HttpConfiguration http, LoopbackCertificate certificate, int port) {
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setKeyStore(certificate.store());
        ssl.setKeyStorePassword(certificate.password());
        HttpConfiguration secure = new HttpConfiguration(http);
        secure.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(server, ssl, new HttpConnectionFactory(secure));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        return connector;
    }

    public int port() {
        return server.port();
    }

    /** The address that clients use, without a slash at its end. */
    public URI address() {
        return URI.create(scheme + "://127.0.0.1:" + port());
    }

    public String name() {
        return name;
    }

    @Override
    public void close() {
        server.stop();
    }
}
