package io.slipway.packager.zip;

import io.slipway.packager.Limits;
import io.slipway.packager.PackagerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A solution archive that has been checked: names are safe, unique whatever their case, and sizes are kept to what was declared. */
public final class SolutionZip implements AutoCloseable {

    private static final long RATIO_FROM = 16L << 20;

    private final String file;
    private final ZipFile zip;
    private final Limits limits;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * One file in the archive.
     *
     * @param path its decoded name, which is its path on disk
     * @param entry where its bytes are
     */
    public record Entry(String path, ZipEntry entry) {
        /** Unpacked bytes. */
        public long size() {
            return entry.getSize();
        }

        /** The part of the path before the first slash; empty for a file at the root. */
        public String folder() {
            int slash = path.indexOf('/');
            return slash < 0 ? "" : path.substring(0, slash);
        }
    }

    private SolutionZip(String file, ZipFile zip, Limits limits) {
        this.file = file;
        this.zip = zip;
        this.limits = limits;
    }

    /** Opens and checks; throws a {@link PackagerException} for whatever is not a clean archive. */
    public static SolutionZip open(Path path, Limits limits) {
        String file = path.getFileName().toString();
        try {
            CentralDirectory.check(path, limits);
            SolutionZip zip = new SolutionZip(file, new ZipFile(path.toFile()), limits);
            try {
                zip.index();
            } catch (PackagerException e) {
                zip.close();
                throw e;
            }
            return zip;
        } catch (java.nio.file.NoSuchFileException e) {
            throw new PackagerException(file, "", "does not exist", "Check the path.", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new PackagerException(file, "", "is damaged: " + e.getMessage(), "Download or export it again.", e);
        }
    }

    public String file() {
        return file;
    }

    /** In the order of the archive. */
    public List<Entry> entries() {
        return new ArrayList<>(entries.values());
    }

    /** By path or address, whatever its case; a leading slash and percent signs mean what they mean in an address. */
    public Optional<Entry> find(String address) {
        String path = EntryNames.decode(address.startsWith("/") ? address.substring(1) : address);
        return Optional.ofNullable(entries.get(EntryNames.key(path)));
    }

    public Entry require(String name) {
        return find(name)
                .orElseThrow(() -> new PackagerException(
                        file, "", "holds no " + name, "This is not a solution; choose the zip that an export gave."));
    }

    /** The entry's bytes; reading fails when they are more, fewer or other than declared. */
    public InputStream read(Entry entry) throws IOException {
        return new DeclaredStream(zip.getInputStream(entry.entry()), entry, file);
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw PackagerException.broken(file, e);
        }
    }

    private void index() {
        long total = 0;
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            String path = EntryNames.safe(entry.getName(), file);
            if (entry.isDirectory()) {
                continue;
            }
            total += judged(entry);
            Entry before = entries.putIfAbsent(EntryNames.key(path), new Entry(path, entry));
            if (before != null) {
                throw new PackagerException(
                        file + "!" + entry.getName(),
                        "",
                        "stands twice in the archive, or differs from " + before.path() + " in case only",
                        "Rename one of the two.");
            }
        }
        if (total > limits.totalBytes()) {
            throw bomb("unpacks to more than " + limits.totalBytes() + " bytes");
        }
    }

    private long judged(ZipEntry entry) {
        long size = entry.getSize();
        if (size > limits.entryBytes()) {
            throw bomb(entry.getName() + " unpacks to more than " + limits.entryBytes() + " bytes");
        }
        if (size > RATIO_FROM && size / limits.ratio() > entry.getCompressedSize()) {
            throw bomb(entry.getName() + " grows more than " + limits.ratio() + " times when it is unpacked");
        }
        return size;
    }

    private PackagerException bomb(String problem) {
        return new PackagerException(file, "", problem, "Raise the limit if you trust this archive.");
    }
}
