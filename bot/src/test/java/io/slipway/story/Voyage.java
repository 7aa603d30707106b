package io.slipway.story;

import io.slipway.App;
import io.slipway.sandbox.Sandbox;
import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.SandboxSettings.Pace;
import io.slipway.sandbox.teams.Chats;
import io.slipway.sandbox.teams.Message;
import io.slipway.sandbox.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole of it: the clouds, the bot, and people who talk and click. Each story has one of its own. */
final class Voyage implements AutoCloseable {

    private static final Pace QUICK = new Pace(Duration.ofMillis(300), Duration.ofMillis(600));
    private static final Pace HASTY = new Pace(Duration.ofMillis(100), Duration.ofMillis(200));

    private final Path folder;
    private final int botPort;
    private final Sandbox sandbox;
    private final Truth truth;
    private Optional<ConfigurableApplicationContext> bot = Optional.empty();

    private Voyage(Path folder, Pace pace) {
        this.folder = folder;
        this.botPort = freePort();
        URI messages = URI.create("http://127.0.0.1:" + botPort + "/api/messages");
        this.sandbox = Sandbox.start(
                SandboxSettings.anyPorts(folder.resolve("sandbox"), messages).at(pace));
        this.truth = new Truth(sandbox);
    }

    /** Starts the clouds only, at a pace for many voyages; the bot is started by {@link #bot()} or as a {@link BotProcess}. */
    static Voyage clouds(Path folder) {
        return new Voyage(folder, HASTY);
    }

    /** Starts clouds and bot. */
    static Voyage begin(Path folder) {
        Voyage voyage = new Voyage(folder, QUICK);
        voyage.bot();
        return voyage;
    }

    /** Starts the bot in this process. */
    void bot() {
        String[] arguments = settings().entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        bot = Optional.of(new SpringApplicationBuilder(App.class).run(arguments));
    }

    /** What the bot of this voyage is told. */
    Map<String, String> settings() {
        String entra = sandbox.entra().toString();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.port", String.valueOf(botPort));
        settings.put("server.address", "127.0.0.1");
        settings.put("slipway.catalog", catalog().toString());
        settings.put("slipway.store.folder", folder.resolve("bot").toString());
        settings.put("slipway.jobs.polling", "100ms");
        settings.put("slipway.jobs.heartbeat", "750ms");
        settings.put("slipway.upkeep.cut-off-after", "2s");
        settings.put("slipway.upkeep.every", "1s");
        settings.put(
                "slipway.http.trusted-certificate", sandbox.entraCertificate().toString());
        settings.put("slipway.teams.app-id", World.BOT_APP_ID);
        settings.put("slipway.teams.metadata", entra + "/v1/.well-known/openidconfiguration");
        settings.put("slipway.teams.service-hosts", "127.0.0.1");
        settings.put("slipway.teams.home", "http://127.0.0.1:" + botPort);
        settings.put("slipway.entra.authority", entra);
        settings.put("slipway.entra.tenant", World.TENANT);
        settings.put("slipway.entra.client-id", World.BOT_APP_ID);
        settings.put("slipway.entra.client-secret", World.BOT_SECRET);
        settings.put("slipway.entra.redirect", "http://127.0.0.1:" + botPort + "/signin/callback");
        settings.put(
                "slipway.azuredevops.address", sandbox.azureDevOps().address().toString());
        settings.put("slipway.azuredevops.callback", "http://127.0.0.1:" + botPort);
        settings.put("slipway.azuredevops.hook-secret", "a secret of this story");
        return settings;
    }

    /** Where the project's organization is. */
    String organization() {
        return sandbox.azureDevOps().address() + "/contoso";
    }

    private Path catalog() {
        Path catalog = folder.resolve("catalog.yml");
        String text = """
                targets:
                  - name: test
                    title: Test
                    environment: %s
                    stage: test
                  - name: prod
                    title: Production
                    environment: %s
                    stage: prod
                solutions:
                  - name: Expenses
                    title: Expenses
                    project: %s/Expenses
                    build-pipeline: expenses-build
                    deploy-pipeline: expenses-deploy
                    targets: [test, prod]
                """.formatted(
                sandbox.environments().get("test"), sandbox.environments().get("prod"), organization());
        try {
            return Files.writeString(catalog, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Chats chats() {
        return sandbox.teams().chats();
    }

    /** Waits until this person sees a message of Slipway like this in the room. */
    Message sees(String person, String room, String expected, Predicate<Message> like) {
        try {
            return Eventually.see(
                    person + " sees in " + room + ": " + expected,
                    () -> slipways(person, room).stream().filter(like).findFirst());
        } catch (AssertionError unseen) {
            String screen = Stream.of("general", "releases", "personal")
                    .flatMap(place -> chats().messages(person, place).stream())
                    .filter(message -> !message.deleted())
                    .map(message ->
                            message.from() + (message.failed() ? " (not delivered)" : "") + ": " + message.readable())
                    .collect(Collectors.joining("\n---\n"));
            throw new AssertionError(unseen.getMessage() + "\nThe screen shows:\n" + screen, unseen);
        }
    }

    /** Waits until this person sees these words from Slipway in the room. */
    Message reads(String person, String room, String words) {
        return sees(person, room, words, message -> message.readable().contains(words));
    }

    /** All that Slipway has said in a room, as this person sees it. */
    List<Message> slipways(String person, String room) {
        return chats().messages(person, room).stream()
                .filter(message -> message.from().equals("slipway") && !message.deleted())
                .toList();
    }

    /** Waits until the card of this title shows an end, and returns it. */
    Message ends(String person, String room, String title) {
        Pattern end = Pattern.compile(Pattern.quote(title) + "\\n(Succeeded|Failed|Cancelled|Rejected)");
        return sees(
                person,
                room,
                title + " has ended",
                message -> end.matcher(message.readable()).find());
    }

    /** The cards of runs with this title. */
    List<Message> cards(String person, String room, String title) {
        return slipways(person, room).stream()
                .filter(message ->
                        message.readable().contains(title) && message.readable().contains("Asked in"))
                .toList();
    }

    /** What really is. */
    Truth truth() {
        return truth;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        bot.ifPresent(ConfigurableApplicationContext::close);
        sandbox.close();
    }
}
