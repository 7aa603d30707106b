package io.slipway.sandbox.azuredevops;

import io.slipway.packager.PackagerException;
import io.slipway.sandbox.azuredevops.SolutionImport.ImportFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.jgit.revwalk.RevCommit;

/** What builds leave behind: the managed zip of the solution, kept as a file. */
final class Artifacts {

    static final String NAME = "solution";
    private static final String FILE = "Expenses_managed.zip";

    private final Estate estate;

    Artifacts(Estate estate) {
        this.estate = estate;
    }

    void keep(BuildRun run, byte[] zip) {
        try {
            Files.write(file(run.id), zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run.artifacts.add(NAME);
    }

    /** Packs the solution from the source in the run's commit, under the run's number as its version. */
    List<String> publish(BuildRun run, String artifact) {
        RevCommit commit = estate.git.commit(run.commit).orElseThrow();
        Map<String, byte[]> files = new TreeMap<>();
        estate.git.paths(commit).stream()
                .filter(path -> path.startsWith(SourceFolder.ROOT))
                .forEach(path -> files.put(path, estate.git.read(commit, path).orElseThrow()));
        if (files.isEmpty()) {
            throw new ImportFailedException("There is no solution in " + SourceFolder.ROOT + " to pack.");
        }
        try {
            keep(run, SourceFolder.packed(files, run.number));
        } catch (PackagerException | UncheckedIOException e) {
            throw new ImportFailedException(String.valueOf(e.getMessage()));
        }
        return List.of("Uploaded artifact '" + artifact + "' with " + FILE + ", version " + run.number);
    }

    /** The managed zip that this run deploys. */
    byte[] consumed(BuildRun run) {
        Integer source = run.consumed.values().stream().findFirst().orElse(0);
        return find(source)
                .orElseThrow(() ->
                        new ImportFailedException("Artifact '" + NAME + "' was not found for build " + source + "."));
    }

    /** The zip that a download of the artifact gives: a folder of its name with the solution in it. */
    Optional<byte[]> download(int run) {
        return find(run).map(zip -> {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream out = new ZipOutputStream(bytes)) {
                out.putNextEntry(new ZipEntry(NAME + "/" + FILE));
                out.write(zip);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        });
    }

    private Optional<byte[]> find(int run) {
        return Files.exists(file(run)) ? Optional.of(read(run)) : Optional.empty();
    }

    private byte[] read(int run) {
        try {
            return Files.readAllBytes(file(run));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(int run) {
        return estate.disk.folder("artifacts").resolve(run + ".zip");
    }
}
