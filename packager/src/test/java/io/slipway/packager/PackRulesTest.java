package io.slipway.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackRulesTest {

    @TempDir
    Path temp;

    @BeforeEach
    void a_tree() throws Exception {
        new Unpacker().unpack(Archives.golden().write(temp.resolve("golden.zip")), temp.resolve("tree"));
    }

    @Test
    void entries_have_a_fixed_order_and_fixed_times() throws Exception {
        pack();
        try (ZipFile zip = new ZipFile(temp.resolve("out.zip").toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            assertThat(entries.getFirst().getName()).isEqualTo("customizations.xml");
            assertThat(entries.get(1).getName()).isEqualTo("solution.xml");
            assertThat(entries.getLast().getName()).isEqualTo("[Content_Types].xml");
            assertThat(entries).allMatch(entry -> entry.getTimeLocal().getYear() == 1980);
            assertThat(entries).extracting(ZipEntry::getName).contains("botcomponents/tide_topic/ebb%20and%20flow.txt");
            assertThat(entries).extracting(ZipEntry::getName).contains("Connector/tide_api_openapidefinition.json");
            assertThat(entries).extracting(ZipEntry::getName).contains("StoredProcedures/anything.sql");
        }
    }

    @Test
    void content_types_declare_every_part() throws Exception {
        pack();
        assertThat(entry("[Content_Types].xml"))
                .contains("<Default Extension=\"xml\" ContentType=\"text/xml\" />")
                .contains("PartName=\"/botcomponents/tide_topic/data\"")
                .contains("PartName=\"/environmentvariabledefinitions/tide_ApiUrl/environmentvariabledefinition.xml\"");
    }

    @Test
    void a_missing_payload_names_file_component_and_remedy() throws Exception {
        Files.delete(tree("WebResources/tide_/scripts/chart.js"));
        assertThatThrownBy(this::pack).isInstanceOfSatisfying(PackagerException.class, refusal -> {
            assertThat(refusal.file()).isEqualTo("WebResources/tide_/scripts/chart.js");
            assertThat(refusal.component()).contains("tide_/scripts/chart.js");
            assertThat(refusal.remedy()).contains("Restore");
        });
        assertThat(temp.resolve("out.zip")).doesNotExist();
    }

    @Test
    void a_role_that_the_manifest_does_not_name_is_refused() throws Exception {
        Files.writeString(tree("Roles/New.xml"), "<Role id=\"{99999999-0000-0000-0000-000000000001}\" name=\"New\" />");
        assertThatThrownBy(this::pack)
                .isInstanceOf(PackagerException.class)
                .hasMessageContaining("no root component")
                .hasMessageContaining("Roles/New.xml");
    }

    @Test
    void a_root_component_without_files_is_told_of() {
        assertThat(pack().warnings()).anyMatch(warning -> warning.text().contains("tide_/scripts/jquery214"));
    }

    @Test
    void two_files_for_one_entry_are_refused() throws Exception {
        Files.writeString(tree("WebResources/twin.js"), "x");
        Files.writeString(
                tree("WebResources/twin.js.data.xml"),
                "<WebResource><Name>twin.js</Name><FileName>/WebResources/"
                        + "tide_scriptschartjs30000000-0000-0000-0000-000000000001</FileName></WebResource>");
        assertThatThrownBy(this::pack).isInstanceOf(PackagerException.class).hasMessageContaining("which");
    }

    @Test
    void the_wrong_type_is_refused() {
        Path tree = temp.resolve("tree");
        assertThatThrownBy(() -> new Packer().pack(tree, temp.resolve("out.zip"), PackageType.MANAGED))
                .isInstanceOf(PackagerException.class)
                .hasMessageContaining("does not pack as Managed");
    }

    @Test
    void the_index_decides_which_relationships_exist() throws Exception {
        Files.writeString(
                tree("Other/Relationships.xml"),
                "<EntityRelationships><EntityRelationship Name=\"bodiless\" />"
                        + "<EntityRelationship Name=\"tide_harbour_contact\" /></EntityRelationships>");
        List<Warning> warnings = pack().warnings();
        assertThat(entry("customizations.xml"))
                .contains("<EntityRelationship Name=\"bodiless\" />", "<ReferencedEntityName>Contact<")
                .doesNotContain("tide_account_harbour");
        assertThat(warnings).anyMatch(warning -> warning.text().contains("tide_account_harbour"));
    }

    @Test
    void a_place_that_is_gone_is_put_back() throws Exception {
        String residual = Files.readString(tree("Other/Customizations.xml"));
        Files.writeString(tree("Other/Customizations.xml"), residual.replace("  <Roles />\n", ""));
        List<Warning> warnings = pack().warnings();
        assertThat(entry("customizations.xml")).contains("Pilot / Crew");
        assertThat(warnings).anyMatch(warning -> warning.text().contains("<Roles />"));
    }

    @Test
    void a_form_without_its_managed_twin_is_left_out_unless_asked_for() throws Exception {
        Files.writeString(
                tree("Other/Solution.xml"),
                Files.readString(tree("Other/Solution.xml")).replace("<Managed>0", "<Managed>2"));
        Path zip = temp.resolve("out.zip");
        new Packer().pack(temp.resolve("tree"), zip, PackageType.MANAGED);
        assertThat(entry("customizations.xml")).doesNotContain("<systemform>");
        new Packer(true).pack(temp.resolve("tree"), zip, PackageType.MANAGED);
        assertThat(entry("customizations.xml")).contains("<systemform>");
    }

    @Test
    void bodies_of_templates_return_and_the_size_is_counted() throws Exception {
        Files.writeString(
                tree("Templates/MailMergeDocuments/{10000000-0000-0000-0000-000000000002}/Letter.docx"), "high tides");
        pack();
        assertThat(entry("customizations.xml"))
                .contains("<body>Dear &lt;captain&gt;</body>", "<subject></subject>", "<filesize>10</filesize>");
    }

    @Test
    void an_assembly_of_another_version_than_the_component_says_is_told_of() throws Exception {
        byte[] resource = "MZ…\0Assembly Version\0\0002.0.0.0\0".getBytes(StandardCharsets.UTF_16LE);
        Files.write(tree("PluginAssemblies/Tides-11111111-0000-0000-0000-000000000001/Tides.dll"), resource);
        assertThat(pack().warnings())
                .anyMatch(warning -> warning.text().contains("is version 2.0.0.0")
                        && warning.text().contains("says 1.0.0.0"));
    }

    @Test
    void files_at_the_root_and_hidden_folders_stay_out() throws Exception {
        Files.writeString(tree("README.md"), "mine");
        Files.createDirectories(tree(".git"));
        Files.writeString(tree(".git/config"), "mine");
        pack();
        try (ZipFile zip = new ZipFile(temp.resolve("out.zip").toFile())) {
            assertThat(Collections.list(zip.entries()))
                    .noneMatch(entry -> entry.getName().matches("README.*|.git.*"));
        }
    }

    private PackResult pack() {
        return new Packer().pack(temp.resolve("tree"), temp.resolve("out.zip"), PackageType.UNMANAGED);
    }

    private Path tree(String path) {
        return temp.resolve("tree").resolve(path);
    }

    private String entry(String name) throws Exception {
        try (ZipFile zip = new ZipFile(temp.resolve("out.zip").toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
