package io.slipway.azuredevops;

import io.slipway.alm.Problem;
import io.slipway.alm.Project;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the number of a pipeline, by which Azure DevOps wants it named. */
final class PipelineIds {

    private static final Duration SPAN = Duration.ofMinutes(10);
    private final AzureDevOps azure;
    private final Remembered<Key, Integer> ids;

    private record Key(Project project, String name) {}

    private record Definitions(@Nullable List<Definition> value) {}

    private record Definition(int id, @Nullable String name) {}

    PipelineIds(AzureDevOps azure, Clock clock) {
        this.azure = azure;
        this.ids = new Remembered<>(SPAN, clock);
    }

    int of(Project project, String name) {
        return ids.get(new Key(project, name), () -> find(project, name));
    }

    private int find(Project project, String name) {
        Definitions found = azure.read(
                        AzureDevOps.in(project, "build", "definitions").query("name", name))
                .as(Definitions.class);
        return (found.value() == null ? List.<Definition>of() : found.value())
                .stream()
                        .filter(definition -> name.equalsIgnoreCase(definition.name()))
                        .findFirst()
                        .orElseThrow(() -> new Problem.Refused("There is no pipeline " + name + " in the project "
                                + project.name() + ". Create it, or correct its name in catalog.yml."))
                        .id();
    }
}
