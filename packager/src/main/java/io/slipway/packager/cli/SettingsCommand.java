package io.slipway.packager.cli;

import io.slipway.packager.PackagerException;
import io.slipway.packager.inventory.DeploymentSettings;
import io.slipway.packager.inventory.Inventory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code settings}: the deployment settings file for a target. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "Writes the deployment settings that a solution needs, with the values of an existing file.",
        footerHeading = "%nExample:%n",
        footer = "  settings Expenses.zip --from prod.json --file prod.json --check")
final class SettingsCommand implements Callable<Integer> {

    @Mixin
    private Talk talk = new Talk();

    @Parameters(paramLabel = "ZIP-OR-FOLDER", description = "The solution.")
    private Path solution = Path.of("");

    @Option(names = "--from", description = "An existing settings file whose values are kept.")
    private @Nullable Path from;

    @Option(names = "--file", description = "The file to write; without it the text goes to the output.")
    private @Nullable Path file;

    @Option(names = "--check", description = "End with code 3 when something is missing for the target.")
    private boolean check;

    @Override
    public Integer call() {
        DeploymentSettings settings = DeploymentSettings.of(Inventory.of(solution, 1033));
        if (from != null) {
            settings = settings.completedFrom(DeploymentSettings.read(from));
        }
        write(settings.json());
        List<String> missing = settings.missing();
        if (file != null) {
            missing.forEach(line -> talk.say("missing: " + line));
        }
        return check && !missing.isEmpty() ? PackagerCommand.INCOMPLETE : 0;
    }

    private void write(String json) {
        if (file == null) {
            talk.out().println(json);
            return;
        }
        try {
            Files.writeString(file, json + "\n");
        } catch (IOException e) {
            throw PackagerException.broken(file.toString(), e);
        }
    }
}
