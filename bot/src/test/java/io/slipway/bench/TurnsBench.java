package io.slipway.bench;

import io.slipway.sandbox.SandboxSettings;
import io.slipway.sandbox.entra.AccessTokens;
import io.slipway.sandbox.entra.EntraCloud;
import io.slipway.sandbox.entra.SigningKeys;
import io.slipway.sandbox.entra.Tokens;
import io.slipway.sandbox.world.SandboxClock;
import io.slipway.sandbox.world.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many turns a second the bot manages, and how long people wait: 60 % {@code help}, 20 % a slip of the finger that is
 * answered with a card, 20 % presses on a card's button. The load generator and the connector share the machine with it.
 */
class TurnsBench {

    private static final Duration SECONDS = Duration.ofSeconds(Integer.getInteger("slipway.bench.seconds", 20));

    @TempDir
    Path folder;

    @Test
    void turns() throws Exception {
        World world = new World(new SandboxClock(InstantSource.system()));
        SigningKeys keys = SigningKeys.made();
        Tokens tenant = new Tokens(keys.tenant(), InstantSource.system());
        Tokens channel = new Tokens(keys.channel(), InstantSource.system());
        SandboxSettings ports = SandboxSettings.anyPorts(folder, URI.create("http://127.0.0.1:1/"));
        try (EntraCloud entra = EntraCloud.start(world, tenant, channel, ports);
                BenchConnector connector = new BenchConnector();
                BenchBot bot = new BenchBot(jar(), folder, settings(entra))) {
            bot.ready();
            BenchTeams teams = new BenchTeams(channel, connector.address(), bot.messages());
            Load load = new Load(teams, connector, bot.messages(), world.humans());
            AccessTokens people = new AccessTokens(tenant, world);
            load.signIn(person -> people.ofPerson(person, World.BOT_APP_ID, "access_as_user"));
            measure(load, bot);
        }
    }

    private static void measure(Load load, BenchBot bot) throws Exception {
        load.run(16, SECONDS);
        print("turns: 60 % help, 20 % did-you-mean cards, 20 % clicks; after a warm-up of " + SECONDS.toSeconds()
                + " s");
        print("at once   turns/s   p50 ms   p99 ms   slowest ms   memory of the bot");
        for (int atOnce : List.of(1, 16, 64)) {
            Load.Measured measured = load.run(atOnce, SECONDS);
            print(String.format(
                    Locale.ROOT,
                    "%7d   %7.0f   %6.2f   %6.2f   %10.1f   %s",
                    atOnce,
                    measured.perSecond(),
                    measured.p50(),
                    measured.p99(),
                    measured.slowest(),
                    bot.memory()));
        }
    }

    private static void print(String line) {
        System.out.println(line);
    }

    private static Path jar() {
        return Path.of(System.getProperty("slipway.bench.bot"));
    }

    private Map<String, String> settings(EntraCloud entra) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("slipway.catalog", catalog().toString());
        settings.put("slipway.store.folder", folder.resolve("bot").toString());
        settings.put("slipway.http.trusted-certificate", entra.certificate().toString());
        settings.put("slipway.teams.app-id", World.BOT_APP_ID);
        settings.put("slipway.teams.metadata", entra.address() + "/v1/.well-known/openidconfiguration");
        settings.put("slipway.teams.service-hosts", "127.0.0.1");
        settings.put("slipway.entra.authority", entra.address().toString());
        settings.put("slipway.entra.tenant", World.TENANT);
        settings.put("slipway.entra.client-secret", World.BOT_SECRET);
        settings.put("slipway.azuredevops.address", "http://127.0.0.1:1");
        settings.put("slipway.azuredevops.callback", "http://127.0.0.1:1");
        settings.put("slipway.azuredevops.hook-secret", "a secret of the bench");
        return settings;
    }

    private Path catalog() throws IOException {
        return Files.writeString(folder.resolve("catalog.yml"), """
                targets:
                  - name: test
                    title: Test
                    environment: http://127.0.0.1:1
                    stage: test
                  - name: prod
                    title: Production
                    environment: http://127.0.0.1:2
                    stage: prod
                solutions:
                  - name: Expenses
                    title: Expenses
                    project: http://127.0.0.1:1/contoso/Expenses
                    build-pipeline: expenses-build
                    deploy-pipeline: expenses-deploy
                    targets: [test, prod]
                """);
    }
}
