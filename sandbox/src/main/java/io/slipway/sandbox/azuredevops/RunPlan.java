package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.azuredevops.yaml.PipelineDefinition;
import io.slipway.sandbox.azuredevops.yaml.PipelineDefinition.JobDefinition;
import io.slipway.sandbox.azuredevops.yaml.PipelineDefinition.StageDefinition;
import io.slipway.sandbox.azuredevops.yaml.PipelineDefinition.StepDefinition;
import io.slipway.sandbox.azuredevops.yaml.PipelineReader;
import java.util.ArrayList;
import java.util.List;

/** The timeline records that a run begins with, and those of a stage that is tried again. */
final class RunPlan {

    private RunPlan() {}

    /** The pipeline as the run's YAML says it. */
    static PipelineDefinition definition(BuildRun run) {
        Names.Pipeline pipeline = Names.pipeline(run.pipeline).orElseThrow();
        return new PipelineReader(pipeline.path()).read(run.yaml, run.parameters);
    }

    static StageDefinition stage(BuildRun run, String name) {
        return definition(run).stage(name).orElseThrow();
    }

    static JobDefinition job(BuildRun run, TimelineRecord phase) {
        return stage(run, run.parent(phase).identifier).jobs().stream()
                .filter(j -> phase.name.equals(j.name()))
                .findFirst()
                .orElseThrow();
    }

    static void lay(BuildRun run) {
        int order = 1;
        for (StageDefinition stage : definition(run).stages()) {
            TimelineRecord record = record(run, "Stage", stage.title(), stage.name(), 1);
            record.id = Names.id("stage:" + run.id + "/" + stage.name());
            record.order = order++;
            run.records.add(record);
            run.records.addAll(jobs(run, record, stage));
        }
    }

    /** Phases and jobs of one attempt of a stage. */
    static List<TimelineRecord> jobs(BuildRun run, TimelineRecord stage, StageDefinition definition) {
        List<TimelineRecord> records = new ArrayList<>();
        int order = 1;
        for (JobDefinition job : definition.jobs()) {
            String path = stage.identifier + "." + job.name();
            TimelineRecord phase = record(run, "Phase", job.name(), path, stage.attempt);
            phase.parentId = stage.id;
            phase.order = order;
            TimelineRecord work = record(run, "Job", job.title(), path + ".__default", stage.attempt);
            work.parentId = phase.id;
            work.order = order++;
            records.add(phase);
            records.add(work);
        }
        return records;
    }

    /** The tasks of a job that begins: what the agent prepares, then the steps. */
    static List<TimelineRecord> tasks(BuildRun run, TimelineRecord job, List<StepDefinition> steps) {
        List<TimelineRecord> records = new ArrayList<>();
        TimelineRecord first = record(run, "Task", "Initialize job", job.identifier + ".0", job.attempt);
        first.parentId = job.id;
        first.order = 1;
        records.add(first);
        for (int i = 0; i < steps.size(); i++) {
            StepDefinition step = steps.get(i);
            TimelineRecord task = record(run, "Task", step.title(), job.identifier + "." + (i + 1), job.attempt);
            task.parentId = job.id;
            task.order = i + 2;
            task.step = i;
            task.taskName = step.taskName();
            task.taskVersion = step.taskVersion();
            records.add(task);
        }
        return records;
    }

    static TimelineRecord record(BuildRun run, String type, String name, String identifier, int attempt) {
        TimelineRecord record = new TimelineRecord();
        record.id = Names.id(type + ":" + run.id + "/" + identifier + "/" + attempt);
        record.type = type;
        record.name = name;
        record.identifier = identifier;
        record.attempt = attempt;
        return record;
    }
}
