package io.slipway.packager.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader of a card is told about a change in a source tree. */
class SolutionDiffTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/tree");
    private static final String ENTITY = "Entities/tide_Harbour/Entity.xml";

    @TempDir
    Path tree;

    @BeforeEach
    void a_copy_of_the_golden_tree() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = tree.resolve(GOLDEN.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void nothing_changed() {
        assertThat(diff().changes()).isEmpty();
        assertThat(diff().summary()).isEqualTo("nothing changed");
    }

    @Test
    void a_column_of_another_type_loses_data() throws IOException {
        edit(ENTITY, "<Type>decimal</Type>", "<Type>money</Type>");
        assertThat(sentences())
                .containsExactly("column *Depth* of *Harbour*: decimal to currency (loses data: a column keeps its type"
                        + " for life; it must be deleted and made anew)");
    }

    @Test
    void a_shorter_column_loses_data_and_a_longer_one_does_not() throws IOException {
        edit(ENTITY, "<MaxLength></MaxLength>", "<MaxLength>100</MaxLength>");
        Inventory hundred = Inventory.ofTree(tree, 1033);
        edit(ENTITY, "<MaxLength>100", "<MaxLength>200");
        Inventory twoHundred = Inventory.ofTree(tree, 1033);
        assertThat(SolutionDiff.between(hundred, twoHundred)
                        .changes()
                        .getFirst()
                        .sentence())
                .isEqualTo("column *Depth* of *Harbour*: maximum length 100 to 200");
        assertThat(SolutionDiff.between(twoHundred, hundred).losesData()).isTrue();
    }

    @Test
    void fields_of_a_form_are_counted_and_named() throws IOException {
        edit(
                "Entities/tide_Harbour/FormXml/main/{a0000000-0000-0000-0000-000000000001}.xml",
                "<tabs />",
                "<tabs><cell><labels><label description=\"Depth in metres\" languagecode=\"1033\" /></labels>"
                        + "<control datafieldname=\"tide_depth\" /></cell>"
                        + "<cell><control datafieldname=\"tide_name\" /></cell></tabs>");
        assertThat(sentences())
                .containsExactly("form *main* of *Harbour*: 2 fields added (Depth in metres, tide_name)");
    }

    @Test
    void a_flow_tells_its_trigger_and_its_actions() throws IOException {
        edit("Workflows/Warn-E0000000-0000-0000-0000-000000000001.json", "\"Recurrence\"}", "\"Request\"}");
        edit(
                "Workflows/Warn-E0000000-0000-0000-0000-000000000001.json",
                "\"actions\":{}",
                "\"actions\":{\"Scope\":{\"actions\":{\"Send_a_mail\":{\"type\":\"OpenApiConnection\"}}}}");
        assertThat(sentences())
                .containsExactly("cloud flow *Warn*: 2 actions added (Scope, Send a mail); trigger changed");
    }

    @Test
    void an_environment_variable_tells_that_its_default_changed_but_not_to_what() throws IOException {
        edit(
                "environmentvariabledefinitions/tide_ApiUrl/environmentvariabledefinition.xml",
                "https://example.org",
                "https://secret.example.org");
        assertThat(sentences()).containsExactly("environment variable *Api url*: default changed");
    }

    @Test
    void what_has_no_words_of_its_own_is_told_all_the_same() throws IOException {
        edit("Other/Customizations.xml", "<b />", "<b new=\"1\" />");
        edit("PluginAssemblies/ServiceEndpoints.xml", "Name=\"Hook\"", "Name=\"Other\"");
        edit("Templates/EmailDocuments/1033/{10000000-0000-0000-0000-000000000001}/body.xsl", "Dear", "Hello");
        assertThat(sentences()).hasSize(3);
    }

    @Test
    void a_script_is_told_in_lines() throws IOException {
        Files.writeString(
                tree.resolve("WebResources/tide_/scripts/chart.js"), "// new\nfunction chart() {}\n// more\n");
        assertThat(sentences()).containsExactly("web resource *tide_/scripts/chart.js*: 2 lines added, 0 removed");
    }

    @Test
    void privileges_of_a_role_are_named() throws IOException {
        edit("Roles/Pilot _ Crew.xml", "level=\"Global\" />", "level=\"Basic\" /><RolePrivilege name=\"prvReadX\" />");
        assertThat(sentences().getFirst())
                .contains("security role *Pilot / Crew*: ")
                .contains("1 privilege added (ReadX)")
                .contains("1 privilege changed (Readtide_Harbour from organization to user)");
    }

    @Test
    void a_removed_option_loses_data() throws IOException {
        edit("OptionSets/tide_state.xml", "value=\"1\"", "value=\"2\"");
        assertThat(diff().losesData()).isTrue();
        assertThat(sentences().getFirst()).contains("1 option added (Low); 1 option removed (Low)");
    }

    @Test
    void a_removed_table_takes_its_parts_with_it_in_one_line() throws IOException {
        try (Stream<Path> files = Files.walk(tree.resolve("Entities"))) {
            for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        assertThat(sentences())
                .containsExactly("table *Harbour* removed with 1 column, 3 forms, 1 view, 1 chart"
                        + " (loses data: an upgrade deletes the table with all its rows)");
    }

    @Test
    void names_come_in_the_asked_language() {
        assertThat(Inventory.ofTree(tree, 1031)
                        .ofKind("table")
                        .findFirst()
                        .orElseThrow()
                        .displayName())
                .isEqualTo("Hafen");
    }

    @Test
    void an_archive_and_its_tree_have_the_same_inventory() {
        Path zip = tree.resolve("a.zip");
        new io.slipway.packager.Packer().pack(GOLDEN, zip, io.slipway.packager.PackageType.UNMANAGED);
        assertThat(SolutionDiff.between(Inventory.of(GOLDEN, 1033), Inventory.of(zip, 1033))
                        .text())
                .endsWith("nothing changed");
    }

    private SolutionDiff diff() {
        return SolutionDiff.between(Inventory.ofTree(GOLDEN, 1033), Inventory.ofTree(tree, 1033));
    }

    private List<String> sentences() {
        return diff().changes().stream().map(Change::sentence).toList();
    }

    private void edit(String path, String old, String now) throws IOException {
        String text = Files.readString(tree.resolve(path));
        assertThat(text).contains(old);
        Files.writeString(tree.resolve(path), text.replace(old, now));
    }
}
