package io.slipway.sandbox.world;

import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Lets somebody look on at every request that reaches the clouds, before it is handled and after. */
public final class Exchanges {

    private final List<Consumer<Seen>> onlookers = new CopyOnWriteArrayList<>();

    /**
     * One moment of one request.
     *
     * @param cloud the server's name
     * @param done false before the request is handled, true after, when its effect is there but the answer is not yet sent
     */
    public record Seen(String cloud, String method, String path, boolean done) {}

    /** The request never arrives: nothing comes of it. */
    public static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Adds an onlooker; it is called on the request's own thread and may hold it up, or lose the request by throwing
     * {@link Lost} before it is handled.
     */
    public void watch(Consumer<Seen> onlooker) {
        onlookers.add(onlooker);
    }

    /** Nobody looks on any more. */
    public void unwatch() {
        onlookers.clear();
    }

    /** Makes a server's requests seen here; a cloud calls it first of all when it lists its routes. */
    public void of(String cloud, JavalinConfig server) {
        server.routes.before(context -> tell(new Seen(cloud, context.method().name(), context.path(), false)));
        server.routes.exception(Lost.class, (lost, context) -> context.status(503));
        server.routes.after(context -> tell(new Seen(cloud, context.method().name(), context.path(), true)));
    }

    private void tell(Seen seen) {
        onlookers.forEach(onlooker -> onlooker.accept(seen));
    }
}
