package io.slipway.packager;

import io.slipway.packager.zip.EntryNames;
import io.slipway.packager.zip.SolutionZip;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tree while it is made, beside the folder it will go to: nothing of it shows before all of it is there. */
final class StagedTree {

    private final Path root;
    private final Path spools;
    private final Set<Warning> warnings = new LinkedHashSet<>();
    private final Map<String, String> written = new HashMap<>();
    private final Set<Path> made = new HashSet<>();
    private final byte[] buffer = new byte[64 << 10];
    private boolean replacing;

    StagedTree(Path root, Path spools) {
        this.root = root;
        this.spools = spools;
    }

    Path root() {
        return root;
    }

    Spool spool() {
        return new Spool(spools, Spool.LARGE);
    }

    Spool smallSpool() {
        return new Spool(spools, Spool.SMALL);
    }

    /** From now on a file may be written over one of the first archive. */
    void replace() {
        replacing = true;
        written.clear();
    }

    void put(String path, Spool content) throws IOException {
        content.moveTo(place(path));
    }

    void copy(SolutionZip zip, SolutionZip.Entry entry, String path) throws IOException {
        Path target = place(path);
        try (InputStream in = zip.read(entry);
                OutputStream out = Files.newOutputStream(target)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
        }
    }

    void warn(String about, String text) {
        warnings.add(new Warning(about, text));
    }

    List<Warning> warnings() {
        return List.copyOf(warnings);
    }

    private Path place(String path) throws IOException {
        String problem = EntryNames.problem(path);
        Path target = problem.isEmpty() ? root.resolve(path).normalize() : root;
        if (!problem.isEmpty() || !target.startsWith(root)) {
            throw new PackagerException(
                    path, "", problem.isEmpty() ? "leads out of the tree" : problem, "Rename the component.");
        }
        String before = written.put(EntryNames.key(path), path);
        if (before != null) {
            warn(path, collision(path, before));
        }
        Path parent = target.getParent();
        if (made.add(parent)) {
            Files.createDirectories(parent);
        }
        if (Files.isDirectory(target)) {
            throw new PackagerException(path, "", "is the name of a file and of a folder", "Rename one of the two.");
        }
        return target;
    }

    private String collision(String path, String before) {
        String archive = replacing ? " of the managed archive" : "";
        return before.equals(path)
                ? "two components" + archive
                        + " have this one file name; only the last one is kept. Rename one of them."
                : "differs from " + before + " in case only, which is one file on Windows. Rename one of them.";
    }
}
