package io.slipway.sandbox.azuredevops.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A pipeline as its YAML says it, with the values of its parameters put in.
 *
 * @param name format of the run's number, such as {@code $(Date:yyyyMMdd).$(Rev:r)}
 * @param resources alias of each pipeline whose artifacts are used, and that pipeline's name
 */
public record PipelineDefinition(
        String name,
        List<Parameter> parameters,
        Map<String, String> resources,
        Map<String, String> variables,
        List<StageDefinition> stages) {

    /** A parameter that can be given when the run is queued. */
    public record Parameter(String name, String type, Optional<String> fallback, List<String> values) {}

    /** A stage; it runs once all stages it depends on have succeeded. */
    public record StageDefinition(String name, String title, List<String> dependsOn, List<JobDefinition> jobs) {}

    /** A job, or a deployment to an environment. */
    public record JobDefinition(String name, String title, Optional<String> environment, List<StepDefinition> steps) {}

    /**
     * A step.
     *
     * @param task name with major version, such as {@code PowerPlatformImportSolution@2}
     */
    public record StepDefinition(String task, String title, Map<String, String> inputs) {

        /** The name of the task without its version. */
        public String taskName() {
            return task.substring(0, task.indexOf('@'));
        }

        /** The major version of the task. */
        public String taskVersion() {
            return task.substring(task.indexOf('@') + 1) + ".0.0";
        }
    }

    /** The stage of this name, letter case ignored as Azure Pipelines does. */
    public Optional<StageDefinition> stage(String name) {
        return stages.stream().filter(s -> s.name().equalsIgnoreCase(name)).findFirst();
    }
}
