package io.slipway.alm;

import java.util.List;
import java.util.Optional;

/** What there is to move and where to: the solutions and targets of {@code catalog.yml}, in its order. */
public record Catalog(List<Solution> solutions, List<Target> targets) {

    public Catalog {
        solutions = List.copyOf(solutions);
        targets = List.copyOf(targets);
    }

    /** Finds a solution by its unique name or title; letter case does not matter. */
    public Optional<Solution> solution(String name) {
        return solutions.stream()
                .filter(s -> s.name().equalsIgnoreCase(name) || s.title().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Finds a target by its name or title; letter case does not matter. */
    public Optional<Target> target(String name) {
        return targets.stream()
                .filter(t -> t.name().equalsIgnoreCase(name) || t.title().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Whether the run belongs to a pipeline that is among the solutions' own. */
    public boolean has(Run run) {
        return solutions.stream()
                .filter(solution -> solution.project().equals(run.ref().project()))
                .anyMatch(solution -> List.of(solution.deployPipeline(), solution.buildPipeline())
                        .contains(run.pipeline()));
    }

    /**
     * The same project as the catalog writes it: people paste addresses in any letter case, and what belongs together
     * is found by equal projects. A project that the catalog does not have stays as it is.
     */
    public Project spelled(Project project) {
        return solutions.stream()
                .map(Solution::project)
                .filter(known -> known.name().equalsIgnoreCase(project.name()))
                .filter(known -> known.organization()
                        .toString()
                        .equalsIgnoreCase(project.organization().toString()))
                .findFirst()
                .orElse(project);
    }
}
