package io.slipway.packager;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Brings a finished tree into its folder: equal files stay untouched, and only what the layout owns is ever deleted. */
final class Delivery {

    private final Path from;
    private final Path folder;
    private final List<String> added = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();
    private final Set<String> delivered = new TreeSet<>();
    private int unchanged;

    Delivery(Path from, Path folder) {
        this.from = from;
        this.folder = folder;
    }

    UnpackResult deliver(SolutionManifest manifest, List<Warning> warnings) throws IOException {
        collect();
        if (isEmpty(folder)) {
            Files.deleteIfExists(folder);
            Files.move(from, folder);
            added.addAll(delivered);
        } else {
            refuseLinks();
            List<String> gone = gone();
            for (String path : delivered) {
                one(path);
            }
            for (String path : gone) {
                Files.delete(folder.resolve(path));
                removed.add(path);
                dropEmptyFolders(folder.resolve(path).getParent());
            }
        }
        return new UnpackResult(manifest, added, changed, removed, unchanged, warnings);
    }

    private void collect() throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                delivered.add(slashed(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        try (Stream<Path> children = Files.list(folder)) {
            return !Files.isSymbolicLink(folder) && children.findAny().isEmpty();
        }
    }

    /** A link in the folder could lead a write out of it. */
    private void refuseLinks() {
        Set<Path> checked = new TreeSet<>();
        for (String path : delivered) {
            for (Path at = folder.resolve(path); !at.equals(folder) && checked.add(at); at = at.getParent()) {
                if (Files.isSymbolicLink(at)) {
                    throw new PackagerException(
                            slashed(folder.relativize(at)), "", "is a link", "Replace it by a real file or folder.");
                }
            }
        }
    }

    private void one(String path) throws IOException {
        Path source = from.resolve(path);
        Path target = folder.resolve(path);
        if (!Files.exists(target)) {
            Files.createDirectories(target.getParent());
            added.add(path);
        } else if (Files.isRegularFile(target) && Files.mismatch(source, target) < 0) {
            unchanged++;
            return;
        } else {
            changed.add(path);
        }
        Files.move(source, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private List<String> gone() throws IOException {
        List<String> gone = new ArrayList<>();
        Set<String> owned = new TreeSet<>(Layout.FOLDERS);
        owned.addAll(Layout.PASSING);
        delivered.stream().filter(path -> path.contains("/")).forEach(path -> owned.add(path.split("/", 2)[0]));
        for (String name : owned) {
            Path root = folder.resolve(name);
            if (Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
                gone.addAll(filesIn(root));
            }
        }
        gone.removeAll(delivered);
        return gone;
    }

    private List<String> filesIn(Path root) throws IOException {
        List<String> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
                return isForeign(folder.relativize(at)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!file.getFileName().toString().startsWith(".git")) {
                    files.add(slashed(folder.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /** Git's own folder, and the canvas sources, which belong to another tool. */
    private static boolean isForeign(Path path) {
        String name = path.getFileName().toString();
        boolean canvas = path.getName(0).toString().equals("CanvasApps") && path.getNameCount() == 2;
        return name.equals(".git") || canvas && (name.equals("src") || name.endsWith("_src"));
    }

    private void dropEmptyFolders(Path start) throws IOException {
        for (Path at = start; !at.equals(folder) && isEmpty(at); at = at.getParent()) {
            Files.delete(at);
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }
}
