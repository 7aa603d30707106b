package io.slipway.sandbox.azuredevops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps what must outlive a restart as JSON files; a file is replaced as a whole or not at all. */
final class Disk {

    private final Path folder;

    Disk(Path folder) {
        this.folder = folder;
    }

    Path folder(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void save(String name, Object value) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, Wire.STATE.writeValueAsBytes(value));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> Optional<T> load(String name, Class<T> type) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file)
                    ? Optional.of(Wire.STATE.readValue(Files.readAllBytes(file), type))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> List<T> loadAll(String name, Class<T> type) {
        try (Stream<Path> files = Files.list(folder(name))) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .map(f -> load(name + "/" + f.getFileName(), type).orElseThrow())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
