package io.slipway.sandbox.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.http.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Microsoft's client for Node, unmodified; skipped where Node or npm is missing or npm cannot fetch it. */
class NodeClientTest {

    private static final String CLIENT = "azure-devops-node-api@17.0.1";
    private static final Path CACHE =
            Path.of(System.getProperty("slipway.root", "."), "sandbox", "target", "node-client");
    private static final String SCRIPT = """
            const azure = require('azure-devops-node-api');
            (async () => {
              const handler = azure.getBearerHandler(process.env.TOKEN);
              const connection = new azure.WebApi(process.env.ORGANIZATION, handler);
              const data = await connection.connect();
              const core = await connection.getCoreApi();
              const builds = await connection.getBuildApi();
              const git = await connection.getGitApi();
              const pipelines = await connection.getPipelinesApi();
              const run = Number(process.env.RUN);
              const timeline = await builds.getBuildTimeline('Expenses', run);
              await builds.addBuildTag('Expenses', run, 'seen');
              console.log(JSON.stringify({
                who: data.authenticatedUser.providerDisplayName,
                projects: (await core.getProjects()).map(p => p.name),
                pipelines: (await pipelines.listPipelines('Expenses')).map(p => p.name),
                builds: (await builds.getBuilds('Expenses', [1])).map(b => b.buildNumber),
                stages: timeline.records.filter(r => r.type === 'Stage').map(r => r.identifier),
                logs: (await builds.getBuildLogLines('Expenses', run, 1)).length,
                branches: (await git.getRefs('expenses', 'Expenses', 'heads/')).map(r => r.name),
                tags: await builds.getBuildTags('Expenses', run),
                missing: await builds.getBuild('Expenses', 4711)
              }));
            })().catch(e => { console.error(e); process.exit(1); });
            """;

    @TempDir
    private Path folder;

    private Contoso contoso;

    @BeforeEach
    void start() throws Exception {
        if (!Files.isDirectory(CACHE.resolve("node_modules/azure-devops-node-api"))) {
            Files.createDirectories(CACHE);
            Files.writeString(CACHE.resolve("package.json"), "{\"private\": true}");
            Result installed =
                    run(CACHE, Map.of(), 90, "npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", CLIENT);
            Assumptions.assumeTrue(
                    installed.status() == 0, "npm could not fetch " + CLIENT + ": " + installed.output());
        }
        contoso = new Contoso(folder.resolve("state"));
    }

    @AfterEach
    void end() {
        if (contoso != null) {
            contoso.close();
        }
    }

    @Test
    void it_finds_its_way_through_the_organization() throws Exception {
        int run = contoso.deploy("mia", "1.4.0.13");
        contoso.turn(60);
        Files.writeString(CACHE.resolve("look.js"), SCRIPT);

        Result result = run(
                CACHE,
                Map.of(
                        "TOKEN", contoso.token("mia"),
                        "ORGANIZATION", contoso.cloud.address() + "/contoso",
                        "RUN", String.valueOf(run)),
                30,
                "node",
                "look.js");

        assertThat(result.status()).as(result.output()).isZero();
        JsonNode seen = Json.read(result.output());
        assertThat(seen.path("who").stringValue("")).isEqualTo("Mia Berger");
        assertThat(texts(seen.path("projects"))).containsExactly("Expenses");
        assertThat(texts(seen.path("pipelines"))).containsExactly("expenses-build", "expenses-deploy");
        assertThat(texts(seen.path("builds"))).contains("1.4.0.11", "1.4.0.12", "1.4.0.13");
        assertThat(texts(seen.path("stages"))).containsExactly("test", "prod");
        assertThat(seen.path("logs").asInt(0)).isPositive();
        assertThat(texts(seen.path("branches"))).contains("refs/heads/main");
        assertThat(texts(seen.path("tags"))).containsExactly("seen");
        assertThat(seen.path("missing").isNull()).isTrue();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(n -> n.stringValue("")).toList();
    }

    private record Result(int status, String output) {}

    private static Result run(Path where, Map<String, String> environment, int seconds, String... command)
            throws InterruptedException {
        try {
            Path output = Files.createTempFile("node-client", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(where.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return new Result(-1, "no end after " + seconds + " s");
            }
            return new Result(
                    process.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return new Result(-1, String.valueOf(e));
        }
    }
}
