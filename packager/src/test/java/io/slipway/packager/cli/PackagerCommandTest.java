package io.slipway.packager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagerCommandTest {

    private static final String TREE = Path.of("src/test/resources/golden/tree").toString();

    @TempDir
    Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_tree_is_packed_and_unpacked_again() {
        String zip = temp.resolve("a.zip").toString();
        assertThat(run("pack", "--folder", TREE, "--zip", zip, "--type", "Unmanaged"))
                .isZero();
        assertThat(run("unpack", "--zip", zip, "--folder", temp.resolve("t").toString(), "--type", "unmanaged"))
                .isZero();
        assertThat(out.toString()).contains("Tides 1.2.0.3 (unmanaged): 60 files added");
        assertThat(temp.resolve("t/Other/Solution.xml")).exists();
    }

    @Test
    void a_refusal_ends_with_one_and_a_sentence() {
        assertThat(run("pack", "--folder", temp.toString(), "--zip", "x.zip", "--type", "Both"))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("Other/Solution.xml: is not in the tree")
                .doesNotContain("\tat ");
    }

    @Test
    void a_wrong_command_line_ends_with_two() {
        assertThat(run("unpack", "--zip", "x.zip")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void quiet_says_nothing_and_strict_counts_warnings() {
        String zip = temp.resolve("a.zip").toString();
        assertThat(run("pack", "-q", "--strict", "--folder", TREE, "--zip", zip, "--type", "Unmanaged"))
                .isEqualTo(3);
        assertThat(out.toString() + err).isEmpty();
    }

    @Test
    void help_has_examples_and_exit_codes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Examples:", "Exit codes:", "unpack --zip Expenses.zip");
    }

    @Test
    void the_inventory_is_json_when_asked_for() {
        assertThat(run("inventory", "--json", TREE)).isZero();
        assertThat(out.toString())
                .contains("\"uniqueName\" : \"Tides\"", "\"kind\" : \"cloud flow\"", "\"type\" : 380");
    }

    @Test
    void a_difference_of_nothing_is_told() {
        assertThat(run("diff", TREE, TREE)).isZero();
        assertThat(out.toString()).contains("nothing changed");
    }

    @Test
    void settings_are_completed_from_an_existing_file() throws Exception {
        // given
        Path existing = Files.writeString(
                temp.resolve("prod.json"),
                "{\"EnvironmentVariables\":[{\"SchemaName\":\"tide_ApiUrl\",\"Value\":\"https://prod\"}]}");
        // when
        int code = run("settings", TREE, "--from", existing.toString(), "--file", existing.toString(), "--check");
        // then
        assertThat(code).isEqualTo(3);
        assertThat(existing).content().contains("https://prod", "tide_mail");
        assertThat(out.toString()).contains("missing: connection reference tide_mail has no connection");
    }

    private int run(String... arguments) {
        return PackagerCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
