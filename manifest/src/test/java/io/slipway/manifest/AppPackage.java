package io.slipway.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The zip that the build has made, as Teams would open it. */
record AppPackage(Path file) {

    static AppPackage built() {
        return new AppPackage(
                Path.of(System.getProperty("slipway.root", "..")).resolve("manifest/target/slipway-teams.zip"));
    }

    List<String> names() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList();
        }
    }

    byte[] bytes(String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream content = zip.getInputStream(zip.getEntry(name))) {
            return content.readAllBytes();
        }
    }

    JsonNode json(String name) throws IOException {
        return JsonMapper.shared().readTree(bytes(name));
    }
}
