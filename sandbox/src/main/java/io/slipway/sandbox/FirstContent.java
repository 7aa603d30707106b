package io.slipway.sandbox;

import io.slipway.packager.Unpacker;
import io.slipway.sandbox.azuredevops.AzureDevOpsContent;
import io.slipway.sandbox.world.ExpensesSolution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What Azure DevOps begins with: the source of Expenses as it was last committed, and the builds made from it. */
final class FirstContent {

    private static final String LAST_COMMITTED = "1.4.0.13";
    private static final String FOLDER = "solutions/Expenses/";

    private FirstContent() {}

    static AzureDevOpsContent of(Map<String, URI> environments, SandboxSettings settings) {
        Map<String, byte[]> packages = new TreeMap<>();
        for (String version : List.of("1.4.0.11", "1.4.0.12", LAST_COMMITTED)) {
            packages.put(version, ExpensesSolution.zip(version, true));
        }
        return new AzureDevOpsContent(
                environments,
                packages,
                sources(settings.state()),
                settings.pace().task());
    }

    private static Map<String, byte[]> sources(Path state) {
        try {
            Path work = Files.createTempDirectory(Files.createDirectories(state), "expenses-");
            Path zip = Files.write(work.resolve("Expenses.zip"), ExpensesSolution.zip(LAST_COMMITTED, false));
            Path tree = work.resolve("tree");
            new Unpacker().unpack(zip, tree);
            Map<String, byte[]> sources = new TreeMap<>();
            for (Path file : below(tree)) {
                if (Files.isRegularFile(file)) {
                    String name = tree.relativize(file).toString().replace('\\', '/');
                    sources.put(FOLDER + name, Files.readAllBytes(file));
                }
            }
            delete(work);
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack the sample solution", e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files = new ArrayList<>(below(folder));
        files.sort(Comparator.reverseOrder());
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList();
        }
    }
}
