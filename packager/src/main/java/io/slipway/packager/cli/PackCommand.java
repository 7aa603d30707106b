package io.slipway.packager.cli;

import io.slipway.packager.PackResult;
import io.slipway.packager.PackageType;
import io.slipway.packager.Packer;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pack}: tree to archive. */
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = "Packs a source tree; the same tree gives the same bytes. Both writes X.zip and X_managed.zip.",
        footerHeading = "%nExample:%n",
        footer = "  pack --folder src --zip Expenses.zip --type Both")
final class PackCommand implements Callable<Integer> {

    @Mixin
    private Talk talk = new Talk();

    @Option(names = "--folder", required = true, description = "The folder of the tree.")
    private Path folder = Path.of("");

    @Option(names = "--zip", required = true, description = "The archive to write.")
    private Path zip = Path.of("");

    @Option(names = "--type", required = true, description = "Unmanaged, Managed or Both.")
    private PackageType type = PackageType.UNMANAGED;

    @Option(
            names = "--use-unmanaged-for-missing-managed",
            description = "Where a managed form, app or site map is missing, take the unmanaged file.")
    private boolean plainForMissing;

    @Override
    public Integer call() {
        talk.begin("Packing " + folder);
        PackResult result = new Packer(plainForMissing).pack(folder, zip, type);
        for (Path written : result.zips()) {
            talk.say(result.manifest().uniqueName() + " " + result.manifest().version() + ": " + written);
        }
        return talk.end(result.warnings());
    }
}
