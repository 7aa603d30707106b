package io.slipway.sandbox.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line client of Git, unmodified. */
class GitClientTest {

    @TempDir
    private Path folder;

    private Contoso contoso;

    @BeforeEach
    void start() {
        contoso = new Contoso(folder.resolve("state"));
    }

    @AfterEach
    void end() {
        contoso.close();
    }

    @Test
    void it_clones_and_pushes_with_a_bearer_token() throws Exception {
        Result cloned = git(folder, bearer("mia"), "clone", address(), "work");
        Path work = folder.resolve("work");
        assertThat(cloned.status()).as(cloned.output()).isZero();
        assertThat(work.resolve("pipelines/expenses-deploy.yml")).exists();
        assertThat(git(work, "", "tag").output()).contains("v1.4.0.13");

        Files.writeString(work.resolve("note.txt"), "A note\n");
        git(work, "", "checkout", "-b", "feature/note");
        git(work, "", "add", "note.txt");
        git(work, "", "-c", "user.name=Mia", "-c", "user.email=mia@contoso.example", "commit", "-m", "Add a note");
        Result pushed = git(work, bearer("mia"), "push", "origin", "feature/note");

        assertThat(pushed.status()).as(pushed.output()).isZero();
        assertThat(contoso.get(
                                "mia",
                                "/Expenses/_apis/git/repositories/expenses/refs?filter=heads/feature&api-version=7.1")
                        .json()
                        .path("value")
                        .path(0)
                        .path("name")
                        .stringValue(""))
                .isEqualTo("refs/heads/feature/note");
    }

    @Test
    void it_clones_with_a_personal_access_token_and_not_without_anything() throws Exception {
        String token = contoso.cloud.personalAccessToken("mia");
        String basic = "Authorization: Basic "
                + Base64.getEncoder().encodeToString((":" + token).getBytes(StandardCharsets.UTF_8));

        assertThat(git(folder, basic, "ls-remote", address()).output()).contains("refs/heads/main");
        assertThat(git(folder, "", "ls-remote", address()).status()).isNotZero();
    }

    @Test
    void whoever_may_not_contribute_cannot_push() throws Exception {
        git(folder, bearer("slipway"), "clone", address(), "work");

        Result pushed = git(folder.resolve("work"), bearer("slipway"), "push", "origin", "HEAD:refs/heads/x");

        assertThat(pushed.status()).isNotZero();
        assertThat(pushed.output()).contains("403");
    }

    private String address() {
        return contoso.cloud.address() + "/contoso/Expenses/_git/expenses";
    }

    private String bearer(String who) {
        return "Authorization: Bearer " + contoso.token(who);
    }

    private record Result(int status, String output) {}

    private static Result git(Path where, String header, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        if (!header.isEmpty()) {
            command.addAll(List.of("-c", "http.extraHeader=" + header));
        }
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_ASKPASS", "true");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), output);
    }
}
