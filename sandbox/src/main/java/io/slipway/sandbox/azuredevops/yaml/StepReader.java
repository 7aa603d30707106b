package io.slipway.sandbox.azuredevops.yaml;

import io.slipway.sandbox.azuredevops.yaml.PipelineDefinition.StepDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads steps: tasks, and the shortcuts that Azure Pipelines turns into tasks. */
final class StepReader {

    private StepReader() {}

    static List<StepDefinition> steps(Mapping parent) {
        return parent.mappings("steps").stream().map(StepReader::step).toList();
    }

    private static StepDefinition step(Mapping step) {
        if (step.has("task")) {
            step.only("task", "displayName", "inputs", "name");
            String task = step.text("task");
            if (!task.matches("[\\w.-]+@\\d+")) {
                throw step.unexpected("task", "Unexpected value '" + task + "'");
            }
            return titled(step, task, task.substring(0, task.indexOf('@')), step.texts("inputs"));
        }
        for (Shortcut shortcut : Shortcut.values()) {
            if (step.has(shortcut.key)) {
                return shortcut.read(step);
            }
        }
        throw step.unexpected("", "A step must be a task, a script, checkout, download or publish");
    }

    private static StepDefinition titled(Mapping step, String task, String title, Map<String, String> inputs) {
        return new StepDefinition(task, step.find("displayName").orElse(title), inputs);
    }

    /** What is written for a task in few words, and which task it stands for. */
    private enum Shortcut {
        CHECKOUT("checkout", "Checkout@1", "repository"),
        SCRIPT("script", "CmdLine@2", "script"),
        PWSH("pwsh", "PowerShell@2", "script"),
        BASH("bash", "Bash@3", "script"),
        DOWNLOAD("download", "DownloadPipelineArtifact@2", "source"),
        PUBLISH("publish", "PublishPipelineArtifact@1", "path");

        private final String key;
        private final String task;
        private final String input;

        Shortcut(String key, String task, String input) {
            this.key = key;
            this.task = task;
            this.input = input;
        }

        private StepDefinition read(Mapping step) {
            step.only(key, "displayName", "name", "artifact");
            Map<String, String> inputs = new LinkedHashMap<>();
            inputs.put(input, step.text(key));
            step.find("artifact").ifPresent(artifact -> inputs.put("artifact", artifact));
            String title = this == CHECKOUT ? "Checkout" : task.substring(0, task.indexOf('@'));
            return titled(step, task, title, inputs);
        }
    }
}
