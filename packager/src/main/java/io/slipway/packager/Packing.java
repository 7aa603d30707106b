package io.slipway.packager;

import io.slipway.packager.xml.Fields;
import io.slipway.packager.xml.XmlCopy;
import io.slipway.packager.xml.XmlSink;
import io.slipway.packager.xml.XmlSource;
import io.slipway.packager.zip.EntryNames;
import io.slipway.packager.zip.SolutionZipWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One archive on its way out of a tree: what has been found, which files go with it, what is to be said. */
final class Packing {

    private final SourceTree tree;
    private final SolutionZipWriter zip;
    private final boolean managed;
    private final boolean plainForMissing;
    private final Set<Warning> warnings = new LinkedHashSet<>();
    private final RootComponents roots;
    private final boolean restoring;
    private final Map<String, String> payloads = new LinkedHashMap<>();
    private final Set<String> found = new HashSet<>();
    private final Set<String> packedFolders = new HashSet<>();

    Packing(
            SourceTree tree,
            SolutionZipWriter zip,
            boolean managed,
            boolean plainForMissing,
            RootComponents roots,
            boolean restoring) {
        this.tree = tree;
        this.zip = zip;
        this.managed = managed;
        this.plainForMissing = plainForMissing;
        this.roots = roots;
        this.restoring = restoring;
    }

    SourceTree tree() {
        return tree;
    }

    SolutionZipWriter zip() {
        return zip;
    }

    RootComponents roots() {
        return roots;
    }

    Set<Warning> warnings() {
        return warnings;
    }

    /** Whether files without a place get one: not in the managed half of a pair, whose own places are the ones in the tree. */
    boolean isRestoring() {
        return restoring;
    }

    void warn(String about, String text) {
        warnings.add(new Warning(about, text));
    }

    /** Of files with a managed twin, those that this archive reads, in order. */
    List<String> ofType(List<String> paths) {
        List<String> chosen = new ArrayList<>();
        for (String path : paths) {
            boolean isManagedFile = path.endsWith("_managed.xml");
            if (isManagedFile == managed) {
                chosen.add(path);
            } else if (managed && !tree.has(managedName(path))) {
                if (plainForMissing) {
                    chosen.add(path);
                } else {
                    warn(path, "has no managed twin, so it is left out of the managed archive");
                }
            }
        }
        return chosen;
    }

    static String managedName(String path) {
        return path.substring(0, path.length() - ".xml".length()) + "_managed.xml";
    }

    /** Copies a component's file into the collection, and remembers the fields as its names. */
    Fields component(String path, XmlSink out, Fields fields, XmlCopy.Detour detour) throws IOException {
        try (XmlSource in = tree.xml(path)) {
            XmlCopy.component(in.root(), out, fields, detour);
        }
        return fields;
    }

    /** Notes that a component of this name or id is in the archive. */
    void found(String name) {
        found.add(bare(name));
    }

    boolean isFound(String name) {
        return found.contains(bare(name));
    }

    /** A file that goes to the entry a component names; there must be one. */
    void payload(String address, String path, String component) {
        if (!tree.has(path)) {
            throw new PackagerException(
                    path,
                    component,
                    "is named by the component, but not in the tree",
                    "Restore the file, or remove the component and its root component.");
        }
        String entry = EntryNames.decode(address.startsWith("/") ? address.substring(1) : address);
        String problem = EntryNames.problem(entry);
        if (!problem.isEmpty()) {
            throw new PackagerException(path, component, "names an entry that " + problem, "Correct its file name.");
        }
        String before = payloads.put(path, entry);
        if (before != null && !before.equals(entry)) {
            throw new PackagerException(path, component, "is named by two components", "Give each its own file.");
        }
    }

    boolean isPayload(String path) {
        return payloads.containsKey(path);
    }

    /** A folder whose files are spoken for, so that they do not pass through. */
    void packed(String folder) {
        packedFolders.add(EntryNames.key(folder));
    }

    boolean isPacked(String folder) {
        return packedFolders.contains(EntryNames.key(folder));
    }

    void writePayloads() throws IOException {
        for (Map.Entry<String, String> payload : payloads.entrySet()) {
            write(payload.getKey(), payload.getValue(), false);
        }
    }

    void write(String path, String entry, boolean passing) throws IOException {
        try (OutputStream out = zip.entry(entry, path, passing)) {
            Files.copy(tree.file(path), out);
        }
    }

    private static String bare(String name) {
        return EntryNames.key(name).replace("{", "").replace("}", "");
    }
}
