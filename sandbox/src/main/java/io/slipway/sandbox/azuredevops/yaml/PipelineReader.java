package io.slipway.sandbox.azuredevops.yaml;

import io.slipway.sandbox.azuredevops.yaml.PipelineDefinition.JobDefinition;
import io.slipway.sandbox.azuredevops.yaml.PipelineDefinition.Parameter;
import io.slipway.sandbox.azuredevops.yaml.PipelineDefinition.StageDefinition;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Turns the text of a pipeline into its definition, or says at which line it is wrong. */
public final class PipelineReader {

    private final String file;

    /** Reads a pipeline that lies in this file of the repository; complaints name it. */
    public PipelineReader(String file) {
        this.file = file;
    }

    /**
     * Reads.
     *
     * @param given values of parameters, as the run was queued with
     * @throws PipelineSyntaxException when the text is no pipeline, or a parameter is not declared in it
     */
    public PipelineDefinition read(String text, Map<String, String> given) {
        Node root = parse(text);
        List<Parameter> parameters = new Mapping(file, root, new Expressions(Map.of()))
                .mappings("parameters").stream().map(PipelineReader::parameter).toList();
        Mapping pipeline = new Mapping(file, root, new Expressions(values(parameters, given)))
                .only("name", "trigger", "pr", "parameters", "resources", "pool", "variables", "stages");
        return new PipelineDefinition(
                pipeline.find("name").orElse("$(Date:yyyyMMdd).$(Rev:r)"),
                parameters,
                resources(pipeline),
                pipeline.texts("variables"),
                stages(pipeline));
    }

    private Node parse(String text) {
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
            if (root == null) {
                throw new PipelineSyntaxException(file + ": The pipeline is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            throw new PipelineSyntaxException(file + " (Line: "
                    + (e.getProblemMark().getLine() + 1) + ", Col: "
                    + (e.getProblemMark().getColumn() + 1) + "): " + e.getProblem());
        }
    }

    private static Parameter parameter(Mapping parameter) {
        parameter.only("name", "displayName", "type", "default", "values");
        String type = parameter.find("type").orElse("string");
        if (!List.of("string", "boolean", "number").contains(type)) {
            throw parameter.unexpected("type", "Unexpected value '" + type + "'");
        }
        return new Parameter(parameter.text("name"), type, parameter.find("default"), parameter.list("values"));
    }

    private Map<String, String> values(List<Parameter> parameters, Map<String, String> given) {
        given.keySet().stream()
                .filter(name -> parameters.stream().noneMatch(p -> p.name().equals(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new PipelineSyntaxException(file + ": Unexpected parameter '" + name + "'");
                });
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            String value = Optional.ofNullable(given.get(parameter.name()))
                    .or(parameter::fallback)
                    .orElseThrow(() -> new PipelineSyntaxException(
                            file + ": A value for the '" + parameter.name() + "' parameter must be provided."));
            if (!parameter.values().isEmpty() && !parameter.values().contains(value)) {
                throw new PipelineSyntaxException(file + ": The '" + parameter.name() + "' parameter value '" + value
                        + "' is not a valid value. Valid values are: "
                        + String.join(",", parameter.values()));
            }
            values.put(parameter.name(), value);
        }
        return values;
    }

    private static Map<String, String> resources(Mapping pipeline) {
        Map<String, String> resources = new LinkedHashMap<>();
        if (pipeline.has("resources")) {
            pipeline.mapping("resources")
                    .only("pipelines")
                    .mappings("pipelines")
                    .forEach(resource -> {
                        resource.only("pipeline", "source", "trigger", "branch");
                        resources.put(resource.text("pipeline"), resource.text("source"));
                    });
        }
        return resources;
    }

    private static List<StageDefinition> stages(Mapping pipeline) {
        List<StageDefinition> stages = new ArrayList<>();
        for (Mapping stage : pipeline.mappings("stages")) {
            stage.only("stage", "displayName", "dependsOn", "condition", "jobs");
            onlySucceeded(stage);
            String name = stage.text("stage");
            List<String> dependsOn = stage.has("dependsOn")
                    ? stage.list("dependsOn")
                    : stages.isEmpty() ? List.of() : List.of(stages.getLast().name());
            for (String other : dependsOn) {
                if (stages.stream().noneMatch(s -> s.name().equals(other))) {
                    throw stage.unexpected("dependsOn", "Stage " + name + " depends on unknown stage " + other + ".");
                }
            }
            stages.add(new StageDefinition(name, stage.find("displayName").orElse(name), dependsOn, jobs(stage)));
        }
        if (stages.isEmpty()) {
            throw pipeline.unexpected("stages", "A pipeline must have at least one stage");
        }
        return stages;
    }

    private static void onlySucceeded(Mapping conditional) {
        conditional.find("condition").filter(c -> !c.equals("succeeded()")).ifPresent(c -> {
            throw conditional.unexpected("condition", "Unexpected value '" + c + "'");
        });
    }

    private static List<JobDefinition> jobs(Mapping stage) {
        return stage.mappings("jobs").stream().map(PipelineReader::job).toList();
    }

    private static JobDefinition job(Mapping job) {
        onlySucceeded(job);
        if (job.has("deployment")) {
            job.only("deployment", "displayName", "condition", "environment", "pool", "strategy");
            Mapping deploy = job.mapping("strategy")
                    .only("runOnce")
                    .mapping("runOnce")
                    .only("deploy")
                    .mapping("deploy")
                    .only("steps");
            String name = job.text("deployment");
            return new JobDefinition(
                    name, job.find("displayName").orElse(name), job.find("environment"), StepReader.steps(deploy));
        }
        job.only("job", "displayName", "condition", "pool", "steps");
        String name = job.text("job");
        return new JobDefinition(name, job.find("displayName").orElse(name), Optional.empty(), StepReader.steps(job));
    }
}
