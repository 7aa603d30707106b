package io.slipway.sandbox.teams;

import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.http.CloudServer;
import io.slipway.sandbox.world.World;
import java.net.URI;
import java.util.Map;

/** Imitates Teams as far as a bot and its people meet there: the Bot Connector, the delivery, and a chat page. */
public final class TeamsCloud implements AutoCloseable {

    private static final String PAGE = "/io/slipway/sandbox/page";

    private final ChatLog log;
    private final Delivery delivery;
    private final PageEvents events = new PageEvents();
    private final Traffic traffic;
    private final Faults faults = new Faults();
    private final Chats chats;
    private final CloudServer server;

    private TeamsCloud(World world, Signatures tokens, SandboxSettings settings, PageExtras extras) {
        this.traffic = new Traffic(world.clock());
        this.log = new ChatLog(world, settings.state());
        Activities activities = new Activities(world, () -> address() + "/");
        BotLine line = new BotLine(world, tokens.channel(), settings.bot(), traffic, BotLine.PATIENCE);
        this.delivery = new Delivery(line);
        SingleSignOn signOn = new SingleSignOn(world, tokens.entra(), faults);
        SignInCards signIns = new SignInCards(log, activities, line, signOn, faults);
        CardClicks clicks = new CardClicks(log, activities, line, signOn);
        this.chats = new Chats(world, log, activities, delivery, new Chats.Clients(clicks, signIns));
        ConnectorApi connector = connector(world, tokens.entra(), signIns);
        PageView view = new PageView(world, log, traffic, extras);
        PageApi page = new PageApi(world, chats, faults, view, events);
        log.listen(post -> events.tell("post", PageView.post(post)));
        traffic.listen(exchange -> events.tell("traffic", exchange));
        this.server = CloudServer.start("Teams (the chat page)", settings.teams(), config -> {
            world.exchanges().of("Teams", config);
            connector.addTo(config);
            page.addTo(config);
            addPage(config);
        });
    }

    /** Signs what comes from Teams, and checks and signs what comes from Entra. */
    private record Signatures(Tokens channel, Tokens entra) {}

    /**
     * Starts Teams.
     *
     * @param botFramework signs the activities
     * @param entra checks the bot's tokens, and signs those of people
     */
    public static TeamsCloud start(
            World world, Tokens botFramework, Tokens entra, SandboxSettings settings, PageExtras extras) {
        return new TeamsCloud(world, new Signatures(botFramework, entra), settings, extras);
    }

    private ConnectorApi connector(World world, Tokens entra, SignInCards signIns) {
        Limits limits = new Limits(System::nanoTime);
        ConnectorMessages messages = new ConnectorMessages(
                world,
                log,
                limits,
                place -> events.tell("typing", Map.of("room", place.room().id(), "thread", place.thread())),
                (room, post) -> Thread.startVirtualThread(
                        () -> world.human(room.person()).ifPresent(person -> signIns.silently(person, room, post))));
        return new ConnectorApi(
                new ConnectorDoor(entra, faults), messages, new ConnectorRoster(world, log, limits), traffic);
    }

    private static void addPage(JavalinConfig config) {
        boolean built = TeamsCloud.class.getResource(PAGE + "/index.html") != null;
        if (built) {
            config.staticFiles.add(files -> {
                files.hostedPath = "/";
                files.directory = PAGE;
                files.location = Location.CLASSPATH;
                files.headers = Map.of("Cache-Control", "no-cache");
            });
        } else {
            config.routes.get("/", ctx -> ctx.result("The chat page was not built into this sandbox."));
        }
    }

    /** The service address that the bot answers to, and where the chat page is. */
    public URI address() {
        return server.address();
    }

    /** What people do. */
    public Chats chats() {
        return chats;
    }

    /** Troubles to call up. */
    public Faults faults() {
        return faults;
    }

    /** The raw activities. */
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public void close() {
        delivery.close();
        events.close();
        server.close();
        log.close();
    }
}
