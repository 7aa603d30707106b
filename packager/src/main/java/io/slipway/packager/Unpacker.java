package io.slipway.packager;

import io.slipway.packager.zip.SolutionZip;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Solution archive to source tree. The tree is made beside its folder and moved into place when all of it is there, so a
 * refusal leaves the folder as it was. Every failure is a {@link PackagerException}.
 */
public final class Unpacker {

    private final Limits limits;

    public Unpacker() {
        this(Limits.standard());
    }

    public Unpacker(Limits limits) {
        this.limits = limits;
    }

    /** Unpacks one archive as what it is: unmanaged or managed. */
    public UnpackResult unpack(Path zip, Path folder) {
        try (SolutionZip archive = SolutionZip.open(zip, limits)) {
            PackageType type =
                    UnpackManifest.read(archive).managed() == 1 ? PackageType.MANAGED : PackageType.UNMANAGED;
            return staged(folder, tree -> one(archive, tree, type));
        } catch (IOException e) {
            throw PackagerException.broken(zip.toString(), e);
        }
    }

    /** Unpacks one archive and refuses it when it is not of this type; {@code Both} needs {@link #unpackBoth}. */
    public UnpackResult unpack(Path zip, Path folder, PackageType type) {
        if (type == PackageType.BOTH) {
            throw new PackagerException(
                    zip.toString(), "", "is one archive", "Give the managed one too, or choose Unmanaged or Managed.");
        }
        try (SolutionZip archive = SolutionZip.open(zip, limits)) {
            return staged(folder, tree -> one(archive, tree, type));
        }
    }

    /** Unpacks the unmanaged archive in full, and of the managed one what differs by type, into one tree. */
    public UnpackResult unpackBoth(Path unmanagedZip, Path managedZip, Path folder) {
        try (SolutionZip unmanaged = SolutionZip.open(unmanagedZip, limits);
                SolutionZip managed = SolutionZip.open(managedZip, limits)) {
            return staged(folder, tree -> both(unmanaged, managed, tree));
        }
    }

    private interface Step {
        SolutionManifest into(StagedTree tree) throws IOException;
    }

    private static SolutionManifest one(SolutionZip zip, StagedTree tree, PackageType type) throws IOException {
        SolutionManifest manifest = checked(zip, type);
        pass(new Pass(zip, tree, type == PackageType.MANAGED, false));
        return manifest;
    }

    private static SolutionManifest both(SolutionZip unmanaged, SolutionZip managed, StagedTree tree)
            throws IOException {
        SolutionManifest first = checked(unmanaged, PackageType.UNMANAGED);
        SolutionManifest second = checked(managed, PackageType.MANAGED);
        if (!first.uniqueName().equalsIgnoreCase(second.uniqueName())) {
            throw new PackagerException(
                    managed.file(),
                    second.uniqueName(),
                    "is another solution than " + first.uniqueName(),
                    "Choose two exports of one solution.");
        }
        if (!first.version().equals(second.version())) {
            tree.warn(
                    managed.file(),
                    "has version " + second.version() + ", the unmanaged archive " + first.version()
                            + "; the tree will say " + second.version());
        }
        pass(new Pass(unmanaged, tree, false, false));
        tree.replace();
        pass(new Pass(managed, tree, true, true));
        return new SolutionManifest(second.uniqueName(), second.version(), 2);
    }

    private static void pass(Pass pass) throws IOException {
        new UnpackCollections(pass).unpack();
        PassThrough.unpack(pass);
        UnpackManifest.unpack(pass);
    }

    private static SolutionManifest checked(SolutionZip zip, PackageType type) throws IOException {
        SolutionManifest manifest = UnpackManifest.read(zip);
        int wanted = type == PackageType.MANAGED ? 1 : 0;
        if (manifest.managed() != wanted) {
            throw new PackagerException(
                    zip.file(),
                    manifest.uniqueName(),
                    "is a " + manifest.type() + " solution, not a " + (wanted == 1 ? "managed" : "unmanaged") + " one",
                    "Choose the other archive or the other type.");
        }
        return manifest;
    }

    private static UnpackResult staged(Path folder, Step step) {
        Path target = folder.toAbsolutePath().normalize();
        Path workshop = null;
        try {
            Path parent = target.getParent() == null ? target : target.getParent();
            Files.createDirectories(parent);
            workshop = Files.createTempDirectory(parent, ".slipway-unpack-");
            Path root = Files.createDirectory(workshop.resolve("tree"));
            StagedTree tree = new StagedTree(root, workshop);
            SolutionManifest manifest = step.into(tree);
            return new Delivery(root, target).deliver(manifest, tree.warnings());
        } catch (IOException e) {
            throw PackagerException.broken(folder.toString(), e);
        } finally {
            clear(workshop);
        }
    }

    private static void clear(@Nullable Path workshop) {
        if (workshop == null) {
            return;
        }
        try {
            Files.walkFileTree(workshop, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path at, @Nullable IOException e) throws IOException {
                    Files.delete(at);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw PackagerException.broken(workshop.toString(), e);
        }
    }
}
