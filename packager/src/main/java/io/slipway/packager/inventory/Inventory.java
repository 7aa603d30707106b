package io.slipway.packager.inventory;

import io.slipway.packager.Limits;
import io.slipway.packager.PackagerException;
import io.slipway.packager.SolutionManifest;
import io.slipway.packager.SourceTree;
import io.slipway.packager.Unpacker;
import io.slipway.packager.xml.XmlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The components of a solution, from its archive or its tree.
 *
 * @param manifest which solution
 * @param components all of them, in the order a reader wants
 */
public record Inventory(SolutionManifest manifest, List<Component> components) {

    private static final Comparator<Component> ORDER = Comparator.comparing(
                    (Component component) -> Kinds.rank(component.kind()))
            .thenComparing(Component::kind)
            .thenComparing(Component::parent, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Component::displayName, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Component::schemaName);

    public Inventory {
        components = components.stream().sorted(ORDER).toList();
    }

    /** Reads a tree, or an archive when the path is a file; {@code language} is a Windows code such as 1033. */
    public static Inventory of(Path treeOrZip, int language) {
        return Files.isDirectory(treeOrZip) ? ofTree(treeOrZip, language) : ofZip(treeOrZip, language);
    }

    /** Reads an archive through a tree in a temporary folder, so that memory does not grow with the archive. */
    public static Inventory ofZip(Path zip, int language) {
        return ofZip(zip, language, Limits.standard());
    }

    /** As {@link #ofZip(Path, int)} with limits of one's own. */
    public static Inventory ofZip(Path zip, int language, Limits limits) {
        Path workshop = null;
        try {
            workshop = Files.createTempDirectory("slipway-inventory-");
            Path tree = workshop.resolve("tree");
            new Unpacker(limits).unpack(zip, tree);
            return ofTree(tree, language);
        } catch (IOException e) {
            throw PackagerException.broken(zip.toString(), e);
        } finally {
            clear(workshop);
        }
    }

    /** Reads a source tree. */
    public static Inventory ofTree(Path folder, int language) {
        try {
            SourceTree tree = SourceTree.of(folder);
            if (!tree.has("Other/Solution.xml") || !tree.has("Other/Customizations.xml")) {
                throw new PackagerException(
                        folder.toString(),
                        "",
                        "is no solution tree",
                        "Choose the folder that holds Other/Solution.xml.");
            }
            try (XmlSource in = tree.xml("Other/Solution.xml")) {
                return new Inventory(SolutionManifest.read(in), new TreeReader(tree, language).read());
            }
        } catch (IOException e) {
            throw PackagerException.broken(folder.toString(), e);
        }
    }

    /** Components of one kind, such as {@code "environment variable"}. */
    public Stream<Component> ofKind(String kind) {
        return components.stream().filter(component -> component.kind().equals(kind));
    }

    private static void clear(@org.jspecify.annotations.Nullable Path workshop) {
        if (workshop == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(workshop)) {
            for (Path path : new ArrayList<>(all.toList()).reversed()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw PackagerException.broken(workshop.toString(), e);
        }
    }
}
