package io.slipway.packager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks at folders for tests. */
final class Trees {

    private Trees() {}

    /** Paths whose bytes differ, or that only one of the two has. */
    static List<String> differences(Path left, Path right) throws IOException {
        List<String> differences = new ArrayList<>();
        Map<String, Path> others = files(right);
        for (Map.Entry<String, Path> file : files(left).entrySet()) {
            Path other = others.remove(file.getKey());
            if (other == null || Files.mismatch(file.getValue(), other) >= 0) {
                differences.add((other == null ? "lost " : "different ") + file.getKey());
            }
        }
        others.keySet().forEach(path -> differences.add("new " + path));
        return differences;
    }

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
