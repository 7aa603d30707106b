package io.slipway.packager;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes small solution archives for tests. */
final class Archives {

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private Archives() {}

    /** The golden solution of this module, as an archive. */
    static Archives golden() throws IOException {
        Archives archive = new Archives();
        Path folder = resource("golden/archive");
        for (Map.Entry<String, Path> file : Trees.files(folder).entrySet()) {
            archive.entries.put(file.getKey(), Files.readAllBytes(file.getValue()));
        }
        return archive;
    }

    /** A solution with these collections in its customizations and nothing else. */
    static Archives solution(String collections) {
        return new Archives()
                .with(
                        "customizations.xml",
                        "<ImportExportXml xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">" + collections
                                + "</ImportExportXml>")
                .manifest(0, "")
                .with(
                        "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension=\"xml\" ContentType=\"text/xml\"/>"
                                + "<Default Extension=\"json\" ContentType=\"application/octet-stream\"/>"
                                + "<Default Extension=\"js\" ContentType=\"application/octet-stream\"/></Types>");
    }

    static Path resource(String name) {
        return Path.of("src/test/resources").resolve(name).toAbsolutePath();
    }

    Archives manifest(int managed, String rootComponents) {
        return with(
                "solution.xml",
                "<ImportExportXml><SolutionManifest><UniqueName>Small</UniqueName><Version>1.0.0.0</Version><Managed>"
                        + managed + "</Managed><RootComponents>" + rootComponents
                        + "</RootComponents></SolutionManifest></ImportExportXml>");
    }

    Archives with(String name, String content) {
        entries.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Archives with(String name, byte[] content) {
        entries.put(name, content);
        return this;
    }

    /** Replaces text in an entry. */
    Archives edit(String name, String old, String now) {
        String text = new String(entries.get(name), StandardCharsets.UTF_8);
        if (!text.contains(old)) {
            throw new IllegalArgumentException(name + " does not hold " + old);
        }
        return with(name, text.replace(old, now));
    }

    Path write(Path zip) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
                out.closeEntry();
            }
        }
        return zip;
    }
}
