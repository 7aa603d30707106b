package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.azuredevops.yaml.PipelineDefinition;
import io.slipway.sandbox.azuredevops.yaml.PipelineReader;
import io.slipway.sandbox.azuredevops.yaml.PipelineSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.revwalk.RevCommit;
import tools.jackson.databind.JsonNode;

/** Makes a run of what somebody asked for, or refuses it as the service does. */
final class Queueing {

    private final Estate estate;

    Queueing(Estate estate) {
        this.estate = estate;
    }

    /** A run that is not queued yet, checked against the YAML of the branch that was named. */
    BuildRun prepare(Names.Pipeline pipeline, JsonNode body, Identity caller) {
        BuildRun run = new BuildRun();
        run.pipeline = pipeline.id();
        run.requestedFor = caller.id();
        run.changedBy = caller.id();
        source(run, pipeline, body.path("resources"));
        run.parameters.putAll(parameters(body.path("templateParameters")));
        PipelineDefinition definition = read(run);
        definition.parameters().forEach(p -> p.fallback().ifPresent(f -> run.parameters.putIfAbsent(p.name(), f)));
        run.skippedStages.addAll(skipped(definition, body.path("stagesToSkip"), pipeline));
        consume(run, definition, body.path("resources").path("pipelines"));
        return run;
    }

    void queue(BuildRun run) {
        run.id = estate.runs.isEmpty() ? 1 : estate.runs.lastKey() + 1;
        run.queued = estate.now();
        run.changed = run.queued;
        new RunNumbers(estate).number(run, RunPlan.definition(run).name());
        RunPlan.lay(run);
        estate.runs.put(run.id, run);
    }

    private void source(BuildRun run, Names.Pipeline pipeline, JsonNode resources) {
        String ref = Wire.text(resources.path("repositories").path("self"), "refName");
        run.branch = ref.isEmpty() ? Names.MAIN : ref.startsWith("refs/") ? ref : "refs/heads/" + ref;
        RevCommit commit = estate.git
                .commit(run.branch)
                .orElseThrow(() -> invalid("Could not find the branch or tag " + run.branch + " in the repository "
                        + Names.REPOSITORY + ". Verify that it exists."));
        run.commit = commit.name();
        run.yaml = estate.git
                .read(commit, pipeline.path())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> invalid(pipeline.path() + ": File " + pipeline.path()
                        + " not found in repository " + Names.REPOSITORY + " branch " + run.branch + " version "
                        + run.commit + "."));
    }

    private static Map<String, String> parameters(JsonNode given) {
        Map<String, String> parameters = new LinkedHashMap<>();
        given.properties().forEach(p -> {
            if (!p.getValue().isString()) {
                throw invalid("The value of the template parameter '" + p.getKey() + "' must be a string.");
            }
            parameters.put(p.getKey(), p.getValue().stringValue());
        });
        return parameters;
    }

    private static PipelineDefinition read(BuildRun run) {
        Names.Pipeline pipeline = Names.pipeline(run.pipeline).orElseThrow();
        try {
            return new PipelineReader(pipeline.path()).read(run.yaml, run.parameters);
        } catch (PipelineSyntaxException e) {
            throw invalid(e.getMessage());
        }
    }

    private static List<String> skipped(PipelineDefinition definition, JsonNode asked, Names.Pipeline pipeline) {
        List<String> skipped = new ArrayList<>();
        for (JsonNode stage : asked) {
            String name = stage.isString() ? stage.stringValue() : "";
            if (definition.stage(name).isEmpty()) {
                throw invalid(pipeline.path() + ": Stage '" + name + "' cannot be skipped as it does not exist.");
            }
            skipped.add(name);
        }
        if (skipped.size() >= definition.stages().size()) {
            throw invalid(pipeline.path() + ": At least one stage must run.");
        }
        return skipped;
    }

    private void consume(BuildRun run, PipelineDefinition definition, JsonNode asked) {
        asked.properties().forEach(p -> {
            if (!definition.resources().containsKey(p.getKey())) {
                throw invalid("The pipeline resource '" + p.getKey() + "' does not exist.");
            }
        });
        definition.resources().forEach((alias, source) -> {
            Names.Pipeline from = Names.pipeline(source)
                    .orElseThrow(() -> invalid("Pipeline Resource " + alias + " Input Must be Valid. Pipeline '"
                            + source + "' was not found."));
            String version = Wire.text(asked.path(alias), "version");
            BuildRun chosen = version.isEmpty() ? latest(from, alias) : versioned(from, alias, version);
            run.consumed.put(alias, chosen.id);
        });
    }

    private BuildRun versioned(Names.Pipeline from, String alias, String version) {
        return estate.numbered(from.id(), version)
                .orElseThrow(() -> invalid("Could not resolve the version " + version + " of the pipeline resource "
                        + alias + ": no run of pipeline " + from.name() + " has this number."));
    }

    private BuildRun latest(Names.Pipeline from, String alias) {
        return estate.runs.descendingMap().values().stream()
                .filter(r -> r.pipeline == from.id() && "succeeded".equals(r.result))
                .findFirst()
                .orElseThrow(() -> invalid("No version of the pipeline resource " + alias + " was found."));
    }

    private static Refusal invalid(String message) {
        return new Refusal(400, "Microsoft.Azure.Pipelines.WebApi.PipelineValidationException", message);
    }
}
