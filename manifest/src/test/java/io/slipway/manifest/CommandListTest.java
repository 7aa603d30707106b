package io.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.App;
import io.slipway.chat.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class CommandListTest {
    private static final Path REFERENCE =
            Path.of(System.getProperty("slipway.root", "..")).resolve("docs/reference/commands.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    private static List<Command> commands;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        commands = commands(folder);
    }

    @Test
    void teams_offers_the_commands_that_the_bot_understands() throws IOException {
        Set<String> understood = commands.stream().map(Command::name).collect(Collectors.toCollection(TreeSet::new));

        for (String scope : List.of("personal", "team", "groupChat")) {
            assertThat(offered(scope)).as(scope).containsExactlyInAnyOrderElementsOf(understood);
        }
    }

    @Test
    void the_reference_lists_each_command_as_it_is_written() throws IOException {
        List<String> rows = ROW.matcher(Files.readString(REFERENCE))
                .results()
                .map(r -> r.group(1))
                .toList();

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        commands.stream().map(Command::synopsis).toList());
    }

    private static List<String> offered(String scope) throws IOException {
        return AppPackage.built()
                .json("manifest.json")
                .at("/bots/0/commandLists")
                .valueStream()
                .filter(list -> list.get("scopes").toString().contains(scope))
                .flatMap(list -> list.get("commands").valueStream())
                .map(CommandListTest::written)
                .toList();
    }

    private static String written(JsonNode command) {
        return command.path("prompt").asString(command.get("title").asString());
    }

    /** The commands of a bot that is put together as in production, with a catalog of the least size. */
    private static List<Command> commands(Path folder) throws IOException {
        Path catalog = Files.writeString(folder.resolve("catalog.yml"), SmallCatalog.TEXT);
        try (ConfigurableApplicationContext bot = new SpringApplicationBuilder(App.class)
                .run(
                        "--server.port=0",
                        "--slipway.teams.auth=loopback",
                        "--slipway.catalog=" + catalog,
                        "--slipway.store.folder=" + folder)) {
            return List.copyOf(bot.getBeansOfType(Command.class).values());
        }
    }
}
