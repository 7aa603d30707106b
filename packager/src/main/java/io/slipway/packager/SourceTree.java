package io.slipway.packager;

import io.slipway.packager.xml.XmlSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** A source tree on disk: its files in one fixed order, whatever the file system says. */
public final class SourceTree {

    private static final Comparator<String> ORDER =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private static final Set<String> GIT = Set.of(".git", ".gitignore", ".gitattributes", ".gitkeep");

    private final Path root;
    private final NavigableSet<String> files = new TreeSet<>(ORDER);

    private SourceTree(Path root) {
        this.root = root;
    }

    public static SourceTree of(Path folder) throws IOException {
        SourceTree tree = new SourceTree(folder.toAbsolutePath().normalize());
        if (!Files.isDirectory(tree.root)) {
            throw new PackagerException(folder.toString(), "", "is no folder", "Check the path.");
        }
        tree.scan();
        return tree;
    }

    public boolean has(String path) {
        return files.contains(path);
    }

    public Path file(String path) {
        return root.resolve(path);
    }

    public InputStream read(String path) throws IOException {
        return Files.newInputStream(root.resolve(path));
    }

    public XmlSource xml(String path) throws IOException {
        return XmlSource.open(path, read(path));
    }

    /** Every file, in order. */
    public NavigableSet<String> files() {
        return files;
    }

    /** Files below a folder that ends with a slash, its sub-folders included, in order. */
    public List<String> below(String folder) {
        return files.tailSet(folder, true).stream()
                .takeWhile(path -> path.regionMatches(true, 0, folder, 0, folder.length()))
                .toList();
    }

    /** Files directly in a folder that ends with a slash, in order. */
    public List<String> in(String folder, String suffix) {
        return below(folder).stream()
                .filter(path -> path.indexOf('/', folder.length()) < 0 && path.endsWith(suffix))
                .toList();
    }

    private void scan() throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
                String name = at.getFileName().toString();
                boolean hidden = root.equals(at.getParent()) && name.startsWith(".") || name.equals(".git");
                return hidden && !at.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (!attributes.isRegularFile()) {
                    throw new PackagerException(path, "", "is a link", "Replace it by a real file or folder.");
                }
                if (!GIT.contains(file.getFileName().toString())) {
                    files.add(path);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
