package io.slipway.packager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks at folders for tests. */
final class Trees {

    private Trees() {}

    /** All files by their path in the folder, in order. */
    static Map<String, Path> files(Path folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
        }
        return files;
    }
}
