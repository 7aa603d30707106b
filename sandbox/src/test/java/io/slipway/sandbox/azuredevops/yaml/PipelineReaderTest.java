package io.slipway.sandbox.azuredevops.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineReaderTest {

    private static final Path PIPELINES =
            Path.of(System.getProperty("slipway.root", ".."), "docs", "reference", "pipelines");

    private final PipelineReader reader = new PipelineReader("/p.yml");

    @Test
    void the_reference_pipelines_are_understood() throws IOException {
        PipelineDefinition deploy =
                reader.read(Files.readString(PIPELINES.resolve("expenses-deploy.yml")), Map.of("slipwayRequest", "k"));
        PipelineDefinition build = reader.read(Files.readString(PIPELINES.resolve("expenses-build.yml")), Map.of());

        assertThat(deploy.stages()).extracting("name").containsExactly("test", "prod");
        assertThat(deploy.stages().get(1).dependsOn()).containsExactly("test");
        assertThat(deploy.stages().get(1).jobs().getFirst().environment()).contains("prod");
        assertThat(deploy.resources()).containsEntry("build", "expenses-build");
        assertThat(build.name()).isEqualTo("1.4.0.$(Rev:r)");
    }

    @Test
    void what_it_does_not_know_is_refused_with_its_place() {
        assertThatThrownBy(() -> reader.read("stages:\n- stage: a\n  magic: 1\n", Map.of()))
                .hasMessage("/p.yml (Line: 3, Col: 3): Unexpected value 'magic'");
        assertThatThrownBy(() -> reader.read("stages:\n- stage: a\n  condition: always()\n", Map.of()))
                .hasMessageContaining("always()");
        assertThatThrownBy(() -> reader.read("a: [", Map.of())).hasMessageStartingWith("/p.yml (Line:");
    }

    @Test
    void a_stage_that_is_waited_for_must_exist() {
        assertThatThrownBy(() -> reader.read("stages:\n- stage: a\n  dependsOn: b\n", Map.of()))
                .hasMessageContaining("depends on unknown stage b");
    }

    @Test
    void parameters_are_put_in_and_checked() {
        String text = "parameters:\n- name: place\n  values: [here, there]\n  default: here\n"
                + "stages:\n- stage: s\n  displayName: To ${{ parameters.place }}\n  jobs: []\n";

        assertThat(reader.read(text, Map.of("place", "there"))
                        .stages()
                        .getFirst()
                        .title())
                .isEqualTo("To there");
        assertThatThrownBy(() -> reader.read(text, Map.of("place", "moon"))).hasMessageContaining("moon");
        assertThatThrownBy(() -> reader.read(text, Map.of("other", "x")))
                .hasMessage("/p.yml: Unexpected parameter 'other'");
    }
}
