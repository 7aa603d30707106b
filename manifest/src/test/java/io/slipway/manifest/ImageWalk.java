package io.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.manifest.Dockerfile.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Walks through the steps of the Dockerfile without Docker: each stage is a folder, files are copied and Java is run as
 * it says. What installs users is passed over.
 */
final class ImageWalk {
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Path context;
    private final Path scratch;
    private final Map<String, Path> stages = new HashMap<>();
    private Path stage;
    private Path workdir;

    ImageWalk(Path context, Path scratch) {
        this.context = context;
        this.scratch = scratch;
    }

    /** The folder in which the finished image would start. */
    Path walk(Dockerfile file) throws IOException, InterruptedException {
        for (Step step : file.steps()) {
            switch (step.name()) {
                case "FROM" -> from(step.words());
                case "WORKDIR" -> workdir = Files.createDirectories(inside(stage, step.rest()));
                case "COPY" -> copy(step.words());
                case "RUN" -> run(step);
                default -> {}
            }
        }
        return workdir;
    }

    private void from(List<String> words) throws IOException {
        String name = words.size() > 2 ? words.get(2) : "image";
        stage = Files.createDirectories(scratch.resolve(name));
        workdir = stage;
        stages.put(name, stage);
    }

    private void copy(List<String> words) throws IOException {
        boolean staged = words.getFirst().startsWith("--from=");
        String source = words.get(words.size() - 2);
        Path target = inside(workdir, words.getLast());
        if (staged) {
            folder(inside(stages.get(words.getFirst().substring(7)), source), target);
        } else {
            Files.copy(only(source), target);
        }
    }

    private Path only(String pattern) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        try (Stream<Path> files = Files.list(context.resolve(pattern).getParent())) {
            List<Path> found =
                    files.filter(f -> matcher.matches(context.relativize(f))).toList();
            assertThat(found).as("files for COPY " + pattern).hasSize(1);
            return found.getFirst();
        }
    }

    private static void folder(Path source, Path target) throws IOException {
        assertThat(source).isDirectory();
        try (Stream<Path> files = Files.walk(source)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    Path copy = target.resolve(source.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }

    private void run(Step step) throws IOException, InterruptedException {
        if (!step.words().getFirst().equals("java")) {
            return;
        }
        List<String> command = new ArrayList<>(step.words());
        command.set(0, JAVA);
        Process java = new ProcessBuilder(command)
                .directory(workdir.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes());
        assertThat(java.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(java.exitValue()).as(said).isZero();
    }

    private Path inside(Path folder, String path) {
        return folder.resolve(path.startsWith("/") ? path.substring(1) : path).normalize();
    }
}
