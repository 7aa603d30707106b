package io.slipway.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings of a sandbox that runs by itself, from the environment and the arguments.
 *
 * @param commands the manifest whose commands the chat page offers
 */
record MainSettings(SandboxSettings sandbox, Optional<Path> commands) {

    private static final String PREFIX = "SLIPWAY_SANDBOX_";
    private static final Path MANIFEST = Path.of("manifest", "src", "main", "teams", "manifest.json");
    private static final String USAGE = """
            Usage: sandbox [--fresh]
              --fresh  starts over with an empty state folder
            Environment: SLIPWAY_SANDBOX_STATE (folder, .slipway), SLIPWAY_SANDBOX_BOT (address that activities go to),
            SLIPWAY_SANDBOX_COMMANDS (Teams manifest), and the ports SLIPWAY_SANDBOX_TEAMS_PORT, _AZUREDEVOPS_PORT,
            _DEV_PORT, _TEST_PORT, _PROD_PORT, _MONITOR_PORT, _ENTRA_PORT, _BOT_PORT.""";

    static MainSettings read(Map<String, String> environment, List<String> arguments) {
        if (!List.of("--fresh").containsAll(arguments)) {
            throw new IllegalArgumentException(USAGE);
        }
        Path state =
                Path.of(text(environment, "STATE", ".slipway")).toAbsolutePath().normalize();
        if (!arguments.isEmpty()) {
            empty(state);
        }
        int bot = port(environment, "BOT_PORT", 3978);
        SandboxSettings settings = new SandboxSettings(
                state,
                URI.create(text(environment, "BOT", "http://127.0.0.1:" + bot + "/api/messages")),
                port(environment, "TEAMS_PORT", 3979),
                port(environment, "AZUREDEVOPS_PORT", 3980),
                port(environment, "DEV_PORT", 3981),
                port(environment, "TEST_PORT", 3982),
                port(environment, "PROD_PORT", 3983),
                port(environment, "MONITOR_PORT", 3984),
                port(environment, "ENTRA_PORT", 3985),
                SandboxSettings.Pace.USUAL);
        Path commands = Path.of(text(environment, "COMMANDS", MANIFEST.toString()));
        return new MainSettings(settings, Optional.of(commands).filter(Files::isRegularFile));
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        String value = text(environment, name, String.valueOf(usual));
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new IllegalArgumentException(
                    PREFIX + name + " is '" + value + "'; it must be a port, a number from 0 to 65535.");
        }
        return Integer.parseInt(value);
    }

    private static String text(Map<String, String> environment, String name, String usual) {
        String value = environment.getOrDefault(PREFIX + name, "");
        return value.isBlank() ? usual : value;
    }

    /** Deletes what a sandbox left there; a folder that holds anything else is left alone. */
    private static void empty(Path state) {
        if (!Files.isDirectory(state) || isEmpty(state)) {
            return;
        }
        if (!Files.exists(state.resolve("signing-keys.json"))) {
            throw new IllegalArgumentException(
                    state + " does not look like the state of a sandbox, so --fresh does not delete it.");
        }
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + state, e);
        }
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }
}
