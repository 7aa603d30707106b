package io.slipway.sandbox.dataverse;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.slipway.sandbox.dataverse.SolutionActions.User;
import io.slipway.sandbox.entra.Caller;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.http.CloudServer;
import io.slipway.sandbox.world.Faults.Throttle;
import io.slipway.sandbox.world.World;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Imitates Dataverse for one environment, such as {@code prod}. */
public final class DataverseCloud implements AutoCloseable {

    private static final long LARGEST_REQUEST = 180L * 1024 * 1024;

    private final Environment environment;
    private final Tokens tokens;
    private final WebApi api;
    private final CloudServer server;

    private DataverseCloud(Environment environment, Tokens tokens, int port, Duration importTime) {
        this.environment = environment;
        this.tokens = tokens;
        Operations operations = new Operations(environment);
        ImportJobs imports = new ImportJobs(environment, operations, importTime);
        this.api = new WebApi(
                environment, new SolutionActions(environment, imports, new Exports(environment, operations)));
        environment.change(imports::resume);
        this.server = CloudServer.start("Dataverse (" + environment.name() + ")", port, this::routes);
    }

    /**
     * Starts an environment; a new one has its people and what the seed brings.
     *
     * @param name such as {@code prod}
     * @param importTime how long an import runs by the sandbox's clock, once it has begun
     */
    public static DataverseCloud start(World world, Tokens tokens, Place place, Seed seed, Duration importTime) {
        Environment environment = new Environment(place.name(), world, place.state());
        if (environment.rows().isEmpty()) {
            environment.change(() -> {
                environment.addPeople();
                seed.into(environment);
            });
        }
        DataverseCloud cloud = new DataverseCloud(environment, tokens, place.port(), importTime);
        world.register(cloud.address().toString());
        world.register(cloud.address() + "/");
        return cloud;
    }

    /** Which environment listens where and keeps its state in which folder. */
    public record Place(String name, int port, Path state) {}

    /** The environment's address, without a slash at its end. */
    public URI address() {
        return server.address();
    }

    /** The version of a solution that is installed here, empty text when it is not. */
    public String version(String solution) {
        return environment.alone(() -> environment
                .rows()
                .first("solutions", "uniquename", solution)
                .map(row -> String.valueOf(row.get("version")))
                .orElse(""));
    }

    private void routes(JavalinConfig config) {
        environment.world().exchanges().of("Dataverse (" + environment.name() + ")", config);
        config.http.maxRequestSize = LARGEST_REQUEST;
        config.routes.before(this::fault);
        for (var method : HandlerType.values()) {
            if (List.of("GET", "POST", "PATCH", "DELETE").contains(method.name())) {
                config.routes.addHttpHandler(method, "/api/data/{version}", ctx -> handle(ctx, ""));
                config.routes.addHttpHandler(
                        method, "/api/data/{version}/<path>", ctx -> handle(ctx, rest(ctx.path())));
            }
        }
        config.routes.exception(
                Refusal.class, (e, ctx) -> ctx.status(e.status()).json(e.body()));
    }

    private void fault(Context ctx) {
        if (environment.faults().unreachable()) {
            ServletContextRequest.getServletContextRequest(ctx.req())
                    .getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close();
            ctx.skipRemainingHandlers();
            return;
        }
        Optional<Throttle> throttle = environment.faults().takeThrottle();
        throttle.ifPresent(t -> {
            ctx.header("Retry-After", String.valueOf(t.retryAfter().toSeconds()));
            throw new Refusal(429, t.code(), words(t.code()));
        });
    }

    private static String words(String code) {
        return switch (code) {
            case "0x80072321" ->
                "Combined execution time of incoming requests exceeded limit of 1,200,000 milliseconds over time window"
                        + " of 300 seconds. Decrease number of concurrent requests or reduce the duration of requests"
                        + " and try again later.";
            case "0x80072326" -> "Number of concurrent requests exceeded the limit of 52.";
            default -> "Number of requests exceeded the limit of 6000 over time window of 300 seconds.";
        };
    }

    private void handle(Context ctx, String path) {
        String id = UUID.randomUUID().toString();
        ctx.header("OData-Version", "4.0")
                .header("REQ_ID", id)
                .header("x-ms-service-request-id", id)
                .header("x-ms-ratelimit-time-remaining-xrm-requests", "1,200.00")
                .header("x-ms-ratelimit-burst-remaining-xrm-requests", "5999");
        String address = address().toString();
        Optional<Caller> caller = Optional.ofNullable(ctx.header("Authorization"))
                .flatMap(header -> tokens.check(header, address, address + "/"));
        if (caller.isEmpty()) {
            unauthorized(ctx, address);
            return;
        }
        if (!ctx.pathParam("version").matches("v9\\.[0-2]")) {
            throw Refusal.noSegment(ctx.pathParam("version"));
        }
        String base = address + WebApi.ROOT;
        if (path.equals("$batch")) {
            new Batch(ctx, base).answer();
        } else if (ctx.method().name().equals("GET")) {
            environment.alone(() -> {
                api.handle(ctx, path, base, user(caller.get()));
                return Boolean.TRUE;
            });
        } else {
            environment.change(() -> api.handle(ctx, path, base, user(caller.get())));
        }
    }

    private User user(Caller caller) {
        return environment
                .user(caller.objectId())
                .map(row -> new User(
                        String.valueOf(row.get("systemuserid")),
                        caller.objectId(),
                        environment.mayCustomize(caller.objectId())))
                .orElseThrow(() -> new Refusal(403, "0x80072560", "The user is not a member of the organization."));
    }

    private static void unauthorized(Context ctx, String address) {
        ctx.status(401)
                .header(
                        "WWW-Authenticate",
                        "Bearer authorization_uri=https://login.microsoftonline.com/" + World.TENANT
                                + "/oauth2/authorize, resource_id=" + address + "/")
                .contentType("text/html")
                .result("HTTP Error 401 - Unauthorized: Access is denied");
    }

    private static String rest(String path) {
        return path.replaceFirst("(?i)^/api/data/[^/]*/", "");
    }

    @Override
    public void close() {
        server.close();
    }
}
