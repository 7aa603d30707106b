package io.slipway.sandbox.teams;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The commands that a Teams manifest, or a plain list, offers to whoever types. */
final class CommandList {

    private CommandList() {}

    /**
     * One offer.
     *
     * @param title as the list shows it
     * @param text what is typed when it is chosen: a prompt's text, or the title
     */
    record Command(String title, String description, String text, boolean personal, boolean channel) {}

    /** What the file says now; nothing when there is no file or it cannot be read. */
    static List<Command> in(Optional<Path> file) {
        try {
            return file.filter(Files::isReadable).stream()
                    .map(path -> Json.MAPPER.readTree(path.toFile()))
                    .flatMap(CommandList::commands)
                    .toList();
        } catch (JacksonException e) {
            return List.of();
        }
    }

    private static Stream<Command> commands(JsonNode json) {
        return json.isArray()
                ? elements(json).map(command -> command(command, true, true))
                : elements(json.at("/bots/0/commandLists")).flatMap(CommandList::scoped);
    }

    private static Stream<Command> scoped(JsonNode list) {
        List<String> scopes =
                elements(list.path("scopes")).map(scope -> scope.asString("")).toList();
        return elements(list.path("commands"))
                .map(command -> command(command, scopes.contains("personal"), scopes.contains("team")));
    }

    private static Command command(JsonNode json, boolean personal, boolean channel) {
        String title = Json.text(json, "/title");
        String prompt = Json.text(json, "/prompt");
        return new Command(
                title, Json.text(json, "/description"), prompt.isEmpty() ? title : prompt, personal, channel);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
