package io.slipway.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.alm.Catalog;
import io.slipway.alm.Project;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogFileTest {

    private static final String GOOD = """
            targets:
              - name: test
                title: Test
                environment: https://contoso-test.crm4.dynamics.com/
              - name: prod
                title: Production
                environment: https://contoso.crm4.dynamics.com
                stage: production
            solutions:
              - name: Expenses
                project: https://dev.azure.com/contoso/Travel%20and%20more/
                build-pipeline: expenses-build
                deploy-pipeline: expenses-deploy
                targets: [test, prod]
            """;

    @Test
    void solutions_and_targets_are_read_in_their_order() {
        Catalog catalog = CatalogFile.parse("catalog.yml", GOOD);

        assertThat(catalog.targets()).extracting("name").containsExactly("test", "prod");
        assertThat(catalog.target("PRODUCTION")).hasValueSatisfying(target -> {
            assertThat(target.stage()).isEqualTo("production");
            assertThat(target.environment()).isEqualTo(URI.create("https://contoso.crm4.dynamics.com"));
        });
        assertThat(catalog.target("test").orElseThrow().stage()).isEqualTo("test");
        assertThat(catalog.solution("expenses").orElseThrow().project())
                .isEqualTo(new Project(URI.create("https://dev.azure.com/contoso"), "Travel and more"));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() {
        String bad = GOOD.replace("name: prod", "name: pro d")
                .replace("https://contoso-test.crm4.dynamics.com/", "contoso-test")
                .replace("    deploy-pipeline: expenses-deploy\n", "")
                .replace("title: Test", "titel: Test");

        assertThatThrownBy(() -> CatalogFile.parse("catalog.yml", bad))
                .isInstanceOf(CatalogFaults.class)
                .hasMessageContaining("Target 1 has “titel”")
                .hasMessageContaining("“contoso-test” is no address")
                .hasMessageContaining("“pro d”")
                .hasMessageContaining("Solution 1 has no deploy-pipeline")
                .hasMessageContaining("goes to “prod”, which is not among the targets [test, pro d]");
    }

    @Test
    void two_of_the_same_name_are_refused() {
        assertThatThrownBy(() -> CatalogFile.parse("catalog.yml", GOOD.replace("name: prod", "name: TEST")))
                .hasMessageContaining("Two entries are the target “TEST”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "just words", "solutions: 3", "- a\n- b", "solutions: [\n", "solutions: [1]\ntargets: [x]"})
    void something_else_is_no_catalog(String text) {
        assertThatThrownBy(() -> CatalogFile.parse("catalog.yml", text)).isInstanceOf(CatalogFaults.class);
    }

    @Test
    void a_missing_file_is_named() {
        assertThatThrownBy(() -> CatalogFile.read(Path.of("nowhere", "catalog.yml"), text -> text))
                .isInstanceOf(CatalogFaults.class)
                .hasMessageContaining("nowhere");
    }
}
