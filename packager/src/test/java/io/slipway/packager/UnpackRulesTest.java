package io.slipway.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that the golden solution does not show. */
class UnpackRulesTest {

    @TempDir
    Path temp;

    @Test
    void a_file_whose_bytes_would_not_change_is_not_touched() throws Exception {
        // given
        Path zip = Archives.golden().write(temp.resolve("a.zip"));
        unpack(zip);
        Path role = tree("Roles/Pilot _ Crew.xml");
        FileTime old = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(role, old);
        // when
        UnpackResult again = unpack(zip);
        // then
        assertThat(Files.getLastModifiedTime(role)).isEqualTo(old);
        assertThat(again.changed()).isEmpty();
        assertThat(again.added()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(60);
    }

    @Test
    void only_what_the_layout_owns_is_deleted() throws Exception {
        // given
        unpack(Archives.golden().write(temp.resolve("a.zip")));
        for (String foreign : new String[] {
            "README.md",
            ".git/config",
            ".gitattributes",
            "settings/prod.json",
            "CanvasApps/src/App.fx.yaml",
            "Roles/.gitkeep"
        }) {
            Files.createDirectories(tree(foreign).getParent());
            Files.writeString(tree(foreign), "mine");
        }
        Files.writeString(tree("Roles/Old.xml"), "from an older export");
        // when
        UnpackResult result = unpack(Archives.solution("<Roles/>").write(temp.resolve("b.zip")));
        // then
        assertThat(result.removed())
                .contains("Roles/Old.xml", "Workflows/Warn-E0000000-0000-0000-0000-000000000001.json");
        assertThat(Trees.files(temp.resolve("tree")).keySet())
                .containsExactlyInAnyOrder(
                        ".git/config",
                        ".gitattributes",
                        "CanvasApps/src/App.fx.yaml",
                        "Other/Customizations.xml",
                        "Other/Solution.xml",
                        "README.md",
                        "Roles/.gitkeep",
                        "settings/prod.json");
    }

    @Test
    void a_refusal_leaves_the_folder_as_it_was() throws Exception {
        // given
        unpack(Archives.golden().write(temp.resolve("a.zip")));
        Path copy = temp.resolve("copy");
        new Unpacker().unpack(temp.resolve("a.zip"), copy);
        Path bad = Archives.golden().with("customizations.xml", "<broken>").write(temp.resolve("b.zip"));
        // when
        assertThatThrownBy(() -> unpack(bad)).isInstanceOf(PackagerException.class);
        // then
        assertThat(Trees.differences(copy, temp.resolve("tree"))).isEmpty();
    }

    @Test
    void a_link_in_the_folder_does_not_lead_a_write_out_of_it() throws Exception {
        // given
        Files.createDirectories(temp.resolve("outside"));
        Files.createDirectories(temp.resolve("tree"));
        Files.createSymbolicLink(tree("Other"), temp.resolve("outside"));
        // when, then
        Path zip = Archives.solution("").write(temp.resolve("a.zip"));
        assertThatThrownBy(() -> unpack(zip))
                .isInstanceOf(PackagerException.class)
                .hasMessageContaining("is a link");
        assertThat(Trees.files(temp.resolve("outside"))).isEmpty();
    }

    @Test
    void two_roles_of_one_name_are_told_of() throws Exception {
        Path zip = Archives.solution("<Roles><Role name='A/B' id='1'/><Role name='A_B' id='2'/></Roles>")
                .write(temp.resolve("a.zip"));
        assertThat(unpack(zip).warnings())
                .anyMatch(warning -> warning.about().equals("Roles/A_B.xml")
                        && warning.text().contains("only the last one is kept"));
        assertThat(Files.readString(tree("Roles/A_B.xml"))).contains("id=\"2\"");
    }

    @Test
    void files_of_an_empty_collection_pass_through() throws Exception {
        unpack(Archives.solution("<Workflows/>")
                .with("Workflows/free.json", "{}")
                .write(temp.resolve("a.zip")));
        assertThat(tree("Workflows/free.json")).hasContent("{}");
    }

    @Test
    void parts_of_a_table_may_stand_before_its_name() throws Exception {
        unpack(Archives.solution("<Entities><Entity><RibbonDiffXml/><Name>late</Name></Entity></Entities>")
                .write(temp.resolve("a.zip")));
        assertThat(tree("Entities/late/RibbonDiff.xml")).exists();
    }

    @Test
    void a_named_file_that_is_missing_is_told_of() throws Exception {
        Path zip = Archives.solution("<Workflows><Workflow Name='Lost'><JsonFileName>/Workflows/x.json</JsonFileName>"
                        + "</Workflow></Workflows>")
                .write(temp.resolve("a.zip"));
        assertThat(unpack(zip).warnings())
                .anyMatch(warning -> warning.toString().contains("/Workflows/x.json"));
    }

    @Test
    void entries_are_found_whatever_their_case() throws Exception {
        unpack(Archives.solution("<Workflows><Workflow Name='W'><JsonFileName>/Workflows/W.json</JsonFileName>"
                        + "</Workflow></Workflows>")
                .with("workflows/w.JSON", "{}")
                .write(temp.resolve("a.zip")));
        assertThat(Trees.files(temp.resolve("tree")).keySet()).contains("workflows/w.JSON");
    }

    private UnpackResult unpack(Path zip) {
        return new Unpacker().unpack(zip, temp.resolve("tree"), PackageType.UNMANAGED);
    }

    private Path tree(String path) {
        return temp.resolve("tree").resolve(path);
    }
}
