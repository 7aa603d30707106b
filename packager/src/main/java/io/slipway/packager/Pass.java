package io.slipway.packager;

import io.slipway.packager.xml.XmlSink;
import io.slipway.packager.zip.EntryNames;
import io.slipway.packager.zip.SolutionZip;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** One archive on its way into the tree: where its files go, what has been taken from it, and what the second of a pair may write. */
final class Pass {

    private static final Set<String> WRITTEN_OVER = Set.of("Entities", "AppModules", "AppModuleSiteMaps", "SiteMap");

    private final SolutionZip zip;
    private final StagedTree tree;
    private final boolean managed;
    private final boolean second;
    private final Set<String> taken = new HashSet<>();
    private final Set<String> takenFolders = new HashSet<>();
    private boolean muted;

    Pass(SolutionZip zip, StagedTree tree, boolean managed, boolean second) {
        this.zip = zip;
        this.tree = tree;
        this.managed = managed;
        this.second = second;
    }

    /** What writes one generated file. */
    interface Body {
        void write(XmlSink out) throws IOException;
    }

    SolutionZip zip() {
        return zip;
    }

    StagedTree tree() {
        return tree;
    }

    boolean isSecond() {
        return second;
    }

    /** From here on this collection is read; the second archive of a pair writes only a few of them. */
    void enter(String collection) {
        muted = second && !WRITTEN_OVER.contains(collection);
    }

    /** The file name with {@code _managed} where this archive asks for it. */
    String managedName(String path) {
        return managed ? path.substring(0, path.length() - ".xml".length()) + "_managed.xml" : path;
    }

    void put(String path, Spool content) throws IOException {
        if (muted) {
            content.discard();
        } else {
            tree.put(path, content);
        }
    }

    void write(String path, Body body) throws IOException {
        Spool spool = tree.spool();
        XmlSink out = XmlSink.document(spool);
        body.write(out);
        out.flush();
        put(path, spool);
    }

    /** Copies the entry that a component names; says so when there is none. */
    void copyNamed(String address, String path, String component) throws IOException {
        SolutionZip.Entry entry = zip.find(address).orElse(null);
        if (entry == null) {
            tree.warn(component, "names " + address + ", which is not in the archive; the tree will not pack");
            return;
        }
        copy(entry, path);
    }

    void copy(SolutionZip.Entry entry, String path) throws IOException {
        taken.add(EntryNames.key(entry.path()));
        if (!muted) {
            tree.copy(zip, entry, path);
        }
    }

    /** A folder of the archive whose files belong to a collection: what nobody names there is left out; true the first time. */
    boolean take(String folder) {
        return takenFolders.add(folder.toLowerCase(Locale.ROOT));
    }

    /** Whether nobody named this file of a collection. */
    boolean isOrphan(SolutionZip.Entry entry) {
        return !taken.contains(EntryNames.key(entry.path()))
                && takenFolders.contains(entry.folder().toLowerCase(Locale.ROOT));
    }

    boolean isTaken(SolutionZip.Entry entry) {
        return taken.contains(EntryNames.key(entry.path()))
                || takenFolders.contains(entry.folder().toLowerCase(Locale.ROOT));
    }

    PackagerException nameless(String collection, String field) {
        return new PackagerException(
                zip.file() + "!customizations.xml",
                collection,
                "holds a component without " + field + ", so its file has no name",
                "Export the solution again.");
    }
}
