package io.slipway.packager.zip;

import io.slipway.packager.PackagerException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an archive whose bytes depend on nothing but its content: fixed times, the order of the calls, content types last. */
public final class SolutionZipWriter implements AutoCloseable {

    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String OPAQUE = "application/octet-stream";

    private final ZipOutputStream zip;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, String> defaults = new TreeMap<>();
    private final StringBuilder overrides = new StringBuilder();

    public SolutionZipWriter(OutputStream out, int level) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(level);
    }

    /** Begins an entry; {@code source} is the file it comes from, for the message when two want one name. */
    public OutputStream entry(String path, String source, boolean passing) throws IOException {
        String before = sources.putIfAbsent(EntryNames.key(path), source);
        if (before != null) {
            throw new PackagerException(
                    source,
                    "",
                    "would be the entry " + path + ", which " + before + " is already",
                    "Rename one of the two components.");
        }
        declare(path, passing);
        put(EntryNames.encode(path));
        return new FilterOutputStream(zip) {
            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                zip.write(bytes, start, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        };
    }

    /** How many entries were written. */
    public int entries() {
        return sources.size();
    }

    /** Writes the content types and ends the archive. */
    public void finish() throws IOException {
        StringBuilder types = new StringBuilder("\uFEFF<?xml version=\"1.0\" encoding=\"utf-8\"?>")
                .append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
        defaults.forEach((key, extension) -> types.append("<Default Extension=\"")
                .append(escaped(extension))
                .append("\" ContentType=\"")
                .append(key.equals("xml") ? "text/xml" : OPAQUE)
                .append("\" />"));
        types.append(overrides).append("</Types>");
        put(ContentTypes.ENTRY);
        zip.write(types.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void put(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
    }

    private void declare(String path, boolean passing) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        boolean bare = name.lastIndexOf('.') < 0 || extension.isEmpty();
        if (!bare) {
            defaults.putIfAbsent(EntryNames.key(extension), extension);
        }
        if (bare || passing && extension.equalsIgnoreCase("xml")) {
            overrides
                    .append("<Override PartName=\"/")
                    .append(escaped(EntryNames.encode(path)))
                    .append("\" ContentType=\"")
                    .append(OPAQUE)
                    .append("\" />");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
