package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.azuredevops.SolutionImport.ImportFailedException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

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

    /** Packs the solution under the number of the run: the newest earlier package with the version written anew. */
    List<String> publish(BuildRun run, String artifact) {
        byte[] latest = estate.runs.values().stream()
                .filter(r -> r.id != run.id && r.artifacts.contains(NAME) && Files.exists(file(r.id)))
                .max(Comparator.comparingInt(r -> r.id))
                .map(r -> read(r.id))
                .orElseThrow(() -> new ImportFailedException("There is no source of the solution to pack."));
        keep(run, withVersion(latest, run.number));
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

    private static byte[] withVersion(byte[] zip, String version) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                out.write(entry.getName().equalsIgnoreCase("solution.xml") ? versioned(content, version) : content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] versioned(byte[] manifest, String version) {
        return new String(manifest, StandardCharsets.UTF_8)
                .replaceFirst("<Version>[^<]*</Version>", "<Version>" + version + "</Version>")
                .getBytes(StandardCharsets.UTF_8);
    }
}
