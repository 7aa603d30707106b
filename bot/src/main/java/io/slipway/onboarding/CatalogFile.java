package io.slipway.onboarding;

import io.slipway.alm.Catalog;
import io.slipway.alm.Project;
import io.slipway.alm.Solution;
import io.slipway.alm.Target;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads {@code catalog.yml} and finds everything that is wrong with it at once. */
final class CatalogFile {

    private static final List<String> OF_SOLUTION =
            List.of("name", "title", "project", "build-pipeline", "deploy-pipeline", "targets");
    private static final List<String> OF_TARGET = List.of("name", "title", "environment", "stage");

    private final List<String> faults = new ArrayList<>();

    private CatalogFile() {}

    /**
     * @param settings puts the values of settings in the place of {@code ${...}}
     * @throws CatalogFaults when it cannot be used
     */
    static Catalog read(Path file, UnaryOperator<String> settings) {
        try {
            return parse(file, settings.apply(Files.readString(file)));
        } catch (IOException e) {
            throw new CatalogFaults(
                    file.toAbsolutePath(), List.of("It cannot be read: there is no such file, or no right to it."));
        }
    }

    static Catalog parse(Object file, String text) {
        CatalogFile reading = new CatalogFile();
        Catalog catalog = reading.catalog(text);
        if (!reading.faults.isEmpty()) {
            throw new CatalogFaults(file, reading.faults);
        }
        return catalog;
    }

    private Catalog catalog(String text) {
        Object tree = tree(text);
        Map<?, ?> top = tree instanceof Map<?, ?> map ? map : Map.of();
        List<Target> targets = list(top, "targets").stream()
                .map(entry -> target(entry, list(top, "targets").indexOf(entry) + 1))
                .toList();
        List<Solution> solutions = list(top, "solutions").stream()
                .map(entry -> solution(entry, list(top, "solutions").indexOf(entry) + 1))
                .toList();
        unique("target", targets.stream().map(Target::name).toList());
        unique("solution", solutions.stream().map(Solution::name).toList());
        solutions.forEach(solution -> goesSomewhere(solution, targets));
        return new Catalog(solutions, targets);
    }

    private Object tree(String text) {
        try {
            Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return tree == null ? Map.of() : tree;
        } catch (YAMLException e) {
            faults.add("It is no YAML: " + e.getMessage().lines().findFirst().orElse("") + ".");
            return Map.of();
        }
    }

    private List<?> list(Map<?, ?> top, String name) {
        if (top.get(name) instanceof List<?> list && !list.isEmpty()) {
            return list;
        }
        String fault = "It has no list of " + name + ".";
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
        return List.of();
    }

    private Target target(Object entry, int number) {
        CatalogEntry read = new CatalogEntry("Target " + number, entry, faults);
        read.only(OF_TARGET);
        String name = read.word("name");
        return new Target(name, read.textOr("title", name), read.address("environment"), read.textOr("stage", name));
    }

    private Solution solution(Object entry, int number) {
        CatalogEntry read = new CatalogEntry("Solution " + number, entry, faults);
        read.only(OF_SOLUTION);
        String name = read.word("name");
        return new Solution(
                name,
                read.textOr("title", name),
                project(read),
                read.text("build-pipeline"),
                read.text("deploy-pipeline"),
                read.texts("targets"));
    }

    private static Project project(CatalogEntry read) {
        URI address = read.address("project");
        String text = address.toString();
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        int slash = path.lastIndexOf('/');
        if (slash < 0 || slash == path.length() - 1) {
            if (!text.isEmpty()) {
                read.fault("project “" + text + "” does not name a project, as https://dev.azure.com/contoso/Expenses");
            }
            return new Project(address, "");
        }
        String name = URLDecoder.decode(path.substring(slash + 1), StandardCharsets.UTF_8);
        return new Project(URI.create(text.substring(0, text.lastIndexOf('/'))), name);
    }

    private void unique(String kind, Collection<String> names) {
        Set<String> seen = new HashSet<>();
        names.stream()
                .filter(name -> !name.isEmpty() && !seen.add(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> faults.add("Two entries are the " + kind + " “" + name + "”."));
    }

    private void goesSomewhere(Solution solution, List<Target> targets) {
        List<String> known = targets.stream().map(Target::name).toList();
        solution.targets().stream()
                .filter(target -> !known.contains(target))
                .forEach(target -> faults.add("Solution “" + solution.name() + "” goes to “" + target
                        + "”, which is not among the targets " + known + "."));
    }
}
