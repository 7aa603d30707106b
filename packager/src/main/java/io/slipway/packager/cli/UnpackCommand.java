package io.slipway.packager.cli;

import io.slipway.packager.Limits;
import io.slipway.packager.PackageType;
import io.slipway.packager.PackagerException;
import io.slipway.packager.UnpackResult;
import io.slipway.packager.Unpacker;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code unpack}: archive to tree. */
@Command(
        name = "unpack",
        mixinStandardHelpOptions = true,
        description = {
            "Unpacks a solution into the source layout of the Power Platform tools.",
            "Files that are no longer in the solution are deleted, but only in folders that the layout owns."
        },
        footerHeading = "%nExample:%n",
        footer = "  unpack --zip Expenses.zip --folder src --type Unmanaged")
final class UnpackCommand implements Callable<Integer> {

    @Mixin
    private Talk talk = new Talk();

    @Option(names = "--zip", required = true, description = "The archive; for Both the unmanaged one.")
    private Path zip = Path.of("");

    @Option(
            names = "--managed-zip",
            description = "The managed archive, for Both. Default: X_managed.zip beside X.zip.")
    private @Nullable Path managedZip;

    @Option(names = "--folder", required = true, description = "The folder of the tree.")
    private Path folder = Path.of("");

    @Option(names = "--type", required = true, description = "Unmanaged, Managed or Both.")
    private PackageType type = PackageType.UNMANAGED;

    @Option(names = "--max-entries", description = "Most entries of an archive. Default: ${DEFAULT-VALUE}.")
    private int maxEntries = Limits.standard().entries();

    @Option(names = "--max-total", description = "Most unpacked bytes. Default: ${DEFAULT-VALUE}.")
    private long maxTotal = Limits.standard().totalBytes();

    @Option(names = "--max-ratio", description = "Most unpacked bytes for a packed one. Default: ${DEFAULT-VALUE}.")
    private int maxRatio = Limits.standard().ratio();

    @Override
    public Integer call() {
        talk.begin("Unpacking " + zip);
        UnpackResult result = unpack();
        talk.say(result.manifest().uniqueName() + " " + result.manifest().version() + " ("
                + result.manifest().type() + "): " + result.added().size() + " files added, "
                + result.changed().size() + " changed, " + result.removed().size() + " removed, " + result.unchanged()
                + " untouched");
        return talk.end(result.warnings());
    }

    private UnpackResult unpack() {
        Limits standard = Limits.standard();
        Unpacker unpacker = new Unpacker(new Limits(maxEntries, standard.entryBytes(), maxTotal, maxRatio));
        if (type != PackageType.BOTH) {
            if (managedZip != null) {
                throw new PackagerException(
                        managedZip.toString(), "", "is of no use for " + type.word(), "Choose --type Both.");
            }
            return unpacker.unpack(zip, folder, type);
        }
        Path managed = managedZip == null ? io.slipway.packager.Packer.managedBeside(zip) : managedZip;
        return unpacker.unpackBoth(zip, managed, folder);
    }
}
