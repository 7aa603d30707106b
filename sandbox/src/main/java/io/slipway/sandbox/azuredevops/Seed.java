package io.slipway.sandbox.azuredevops;

import io.slipway.sandbox.azuredevops.BuildRun.Log;
import io.slipway.sandbox.world.World;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is there when the sandbox is started for the first time: a repository, builds, and who deployed what where. */
final class Seed {

    private static final Comparator<String> BY_VERSION = Comparator.comparing(
            v -> Arrays.stream(v.split("\\.")).mapToInt(Integer::parseInt).toArray(), Arrays::compare);

    private final Estate estate;
    private final Artifacts artifacts;
    private final Queueing queueing;

    Seed(Estate estate, Artifacts artifacts) {
        this.estate = estate;
        this.artifacts = artifacts;
        this.queueing = new Queueing(estate);
    }

    void sow() {
        if (estate.git.commit(Names.MAIN).isEmpty()) {
            commit();
        }
        if (estate.checks.isEmpty()) {
            check();
        }
        if (estate.runs.isEmpty()) {
            runs();
        }
    }

    private void commit() {
        List<String> versions =
                estate.content.sources().keySet().stream().sorted(BY_VERSION).toList();
        Instant when = estate.now().minus(Duration.ofDays(2L * versions.size() + 2));
        commit("mia", when, Map.of(), "Begin with the pipelines of Expenses");
        for (String version : versions) {
            when = when.plus(Duration.ofDays(1));
            Map<String, byte[]> tree = SourceFolder.unpacked(
                    estate.content.sources().get(version),
                    estate.content.packages().get(version));
            ObjectId id =
                    commit(versions.indexOf(version) % 2 == 0 ? "mia" : "jonas", when, tree, "Expenses " + version);
            estate.git.point("refs/tags/v" + version, id);
        }
    }

    private ObjectId commit(String author, Instant when, Map<String, byte[]> tree, String message) {
        Map<String, byte[]> files = new TreeMap<>(tree);
        files.put("README.md", readme());
        Names.PIPELINES.forEach(p -> files.put(p.path().substring(1), resource(p.path())));
        Identity person = person(author);
        return estate.git.commit(
                Names.MAIN, files, new PersonIdent(person.name(), person.account(), when, ZoneOffset.UTC), message);
    }

    private static byte[] readme() {
        return """
                # Expenses

                The Power Platform solution Expenses and the pipelines that build and deploy it.

                - `solutions/Expenses`: the unpacked solution
                - `pipelines/expenses-build.yml`: packs and checks it; the build number is the version
                - `pipelines/expenses-deploy.yml`: takes a build to test, then to production
                """.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] resource(String path) {
        // Relative without "./": folders forgive that, archives do not.
        try (InputStream in = Seed.class.getResourceAsStream(path.substring(1))) {
            if (in == null) {
                throw new IllegalStateException("the pipeline " + path + " was not packed with the sandbox");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check() {
        Check check = new Check();
        check.id = 1;
        check.environment = Names.environment("prod").orElseThrow().id();
        check.approvers.addAll(List.of(person("rita").id(), person("omar").id()));
        check.minimum = 1;
        check.requesterCannotApprove = true;
        check.instructions = "Look at the version and at what changed before you approve.";
        check.created = estate.now().minus(Duration.ofDays(30));
        check.modified = check.created;
        check.createdBy = person("omar").id();
        check.modifiedBy = check.createdBy;
        estate.checks.add(check);
        estate.saveChecks();
    }

    private void runs() {
        List<String> versions =
                estate.content.packages().keySet().stream().sorted(BY_VERSION).toList();
        Instant when = estate.now().minus(Duration.ofDays(2L * versions.size() + 1));
        for (String version : versions) {
            build(version, when);
            when = when.plus(Duration.ofDays(2));
        }
        int count = versions.size();
        if (count >= 3) {
            deploy(versions.get(count - 3), when.minus(Duration.ofDays(5)), true);
            deploy(versions.get(count - 2), when.minus(Duration.ofDays(3)), false);
        }
    }

    private void build(String version, Instant when) {
        BuildRun run = queueing.prepare(
                Names.pipeline("expenses-build").orElseThrow(), JsonNodeFactory.instance.objectNode(), person("mia"));
        queueing.queue(run);
        run.number = version;
        run.revision = Integer.parseInt(version.substring(version.lastIndexOf('.') + 1));
        artifacts.keep(run, estate.content.packages().get(version));
        String tag = "refs/tags/v" + version;
        if (estate.git.commit(tag).isEmpty()) {
            estate.git.point(tag, ObjectId.fromString(run.commit));
        }
        run.commit = estate.git.commit(tag).orElseThrow().name();
        finish(run, when);
    }

    private void deploy(String version, Instant when, boolean toProduction) {
        BuildRun run = queueing.prepare(
                Names.pipeline("expenses-deploy").orElseThrow(), JsonNodeFactory.instance.objectNode(), person("mia"));
        run.consumed.put("build", estate.numbered(1, version).orElseThrow().id);
        if (!toProduction) {
            run.skippedStages.add("prod");
        }
        queueing.queue(run);
        finish(run, when);
        for (Names.Environment environment : Names.ENVIRONMENTS) {
            if (!run.skips(environment.name())) {
                estate.add(new Deployment(
                        estate.deployments.size() + 1,
                        environment.id(),
                        run.id,
                        environment.name(),
                        "import",
                        1,
                        when,
                        when.plusSeconds(20),
                        when.plusSeconds(95),
                        "succeeded"));
            }
        }
    }

    private void finish(BuildRun run, Instant when) {
        run.queued = when;
        run.started = when.plusSeconds(2);
        run.finished = when.plusSeconds(180);
        run.changed = run.finished;
        run.status = "completed";
        run.result = "succeeded";
        for (TimelineRecord record : List.copyOf(run.records)) {
            boolean skipped = run.skips(record.identifier.split("\\.")[0]);
            record.startTime = skipped ? null : run.started;
            record.complete(skipped ? "skipped" : "succeeded", run.finished);
        }
        run.logs.add(new Log(1, run.finished, List.of("The log of this old run was shortened.")));
        estate.save(run);
    }

    private Identity person(String alias) {
        World world = estate.world;
        return estate.people
                .byEntra(world.human(alias).orElseThrow().objectId())
                .orElseThrow();
    }
}
