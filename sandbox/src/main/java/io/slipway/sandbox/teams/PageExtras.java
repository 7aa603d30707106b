package io.slipway.sandbox.teams;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the chat page can show beyond Teams itself.
 *
 * @param commands a JSON file with the bot's commands: a Teams manifest, or a list of {@code {title, description}}
 * @param versions asks the environments what is installed: one line of text for each environment by its name
 */
public record PageExtras(Optional<Path> commands, Supplier<Map<String, String>> versions) {

    /** Nothing beyond Teams. */
    public static PageExtras none() {
        return new PageExtras(Optional.empty(), Map::of);
    }
}
