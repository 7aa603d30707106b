package io.slipway.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One solution with every kind of component, and the tree that the rules make of it; looked at line by line once. */
class GoldenTreeTest {

    @TempDir
    Path temp;

    @Test
    void every_kind_of_component_has_its_place() throws Exception {
        // given
        Path zip = Archives.golden().write(temp.resolve("golden.zip"));
        // when
        UnpackResult result = new Unpacker().unpack(zip, temp.resolve("tree"), PackageType.UNMANAGED);
        // then
        assertThat(Trees.differences(Archives.resource("golden/tree"), temp.resolve("tree")))
                .isEmpty();
        assertThat(result.warnings())
                .extracting(Warning::about)
                .containsExactlyInAnyOrder(
                        "Workflows Stub",
                        "WebResources tide_/scripts/stub.js",
                        "Workflows/orphan.json",
                        "filteredcomponents.xml",
                        "Other/ignored.xml",
                        "Resources/ignored.xml",
                        "botcomponents/tide_topic/secret.bin");
    }

    @Test
    void the_tree_packs_and_unpacks_to_itself() throws Exception {
        // given
        Path tree = Archives.resource("golden/tree");
        // when
        Path zip = new Packer()
                .pack(tree, temp.resolve("packed.zip"), PackageType.UNMANAGED)
                .zips()
                .getFirst();
        new Unpacker().unpack(zip, temp.resolve("again"), PackageType.UNMANAGED);
        // then
        assertThat(Trees.differences(tree, temp.resolve("again"))).isEmpty();
    }

    @Test
    void a_managed_archive_names_forms_apps_and_site_maps_as_managed_and_nothing_else() throws Exception {
        // given
        Path zip = Archives.golden()
                .edit("solution.xml", "<Managed>0", "<Managed>1")
                .write(temp.resolve("managed.zip"));
        // when
        new Unpacker().unpack(zip, temp.resolve("tree"), PackageType.MANAGED);
        // then
        assertThat(Trees.files(temp.resolve("tree")).keySet())
                .filteredOn(path -> path.contains("_managed"))
                .containsExactlyInAnyOrder(
                        "AppModuleSiteMaps/tide_App/AppModuleSiteMap_managed.xml",
                        "AppModules/tide_App/AppModule_managed.xml",
                        "Entities/tide_Harbour/FormXml/main/{a0000000-0000-0000-0000-000000000001}_managed.xml",
                        "Entities/tide_Harbour/FormXml/main/{a0000000-0000-0000-0000-000000000002}_managed.xml",
                        "Entities/tide_Harbour/FormXml/quickCreate/{a0000000-0000-0000-0000-000000000003}_managed.xml",
                        "Other/SiteMap_managed.xml");
    }

    @Test
    void of_the_second_archive_only_what_differs_by_type_is_written() throws Exception {
        // given
        Path unmanaged = Archives.golden().write(temp.resolve("Tides.zip"));
        Path managed = Archives.golden()
                .edit("solution.xml", "<Managed>0", "<Managed>1")
                .edit("solution.xml", "1.2.0.3", "1.2.0.4")
                .edit("customizations.xml", "<Type>decimal</Type>", "<Type>money</Type>")
                .edit("customizations.xml", "prvReadtide_Harbour", "prvWritetide_Harbour")
                .with("Formulas/tide_harbour-tide_depth.xaml", "managed formula")
                .with("botcomponents/tide_topic/data", "managed topic")
                .with("WebResources/tide_scriptschartjs30000000-0000-0000-0000-000000000001", "managed script")
                .write(temp.resolve("Tides_managed.zip"));
        Path tree = temp.resolve("tree");
        // when
        UnpackResult result = new Unpacker().unpackBoth(unmanaged, managed, tree);
        // then
        assertThat(Files.readString(tree.resolve("Entities/tide_Harbour/Entity.xml")))
                .contains("money");
        assertThat(Files.readString(tree.resolve("Entities/tide_Harbour/Formulas/tide_harbour-tide_depth.xaml")))
                .isEqualTo("managed formula");
        assertThat(Files.readString(tree.resolve("botcomponents/tide_topic/data")))
                .isEqualTo("managed topic");
        assertThat(Files.readString(tree.resolve("WebResources/tide_/scripts/chart.js")))
                .contains("function");
        assertThat(Files.readString(tree.resolve("Roles/Pilot _ Crew.xml"))).contains("prvRead");
        assertThat(Files.readString(tree.resolve("Other/Solution.xml"))).contains("<Managed>2<", "1.2.0.4");
        assertThat(result.warnings()).anyMatch(warning -> warning.text().contains("1.2.0.4"));
    }

    @Test
    void a_tree_of_both_packs_into_two_archives_of_its_two_types() throws Exception {
        // given
        Path unmanaged = Archives.golden().write(temp.resolve("Tides.zip"));
        Path managed = Archives.golden()
                .edit("solution.xml", "<Managed>0", "<Managed>1")
                .write(temp.resolve("Tides_managed.zip"));
        Path tree = temp.resolve("tree");
        new Unpacker().unpackBoth(unmanaged, managed, tree);
        // when
        List<Path> zips = new Packer()
                .pack(tree, temp.resolve("out.zip"), PackageType.BOTH)
                .zips();
        new Unpacker().unpackBoth(zips.get(0), zips.get(1), temp.resolve("again"));
        // then
        assertThat(zips).extracting(zip -> zip.getFileName().toString()).containsExactly("out.zip", "out_managed.zip");
        assertThat(Trees.differences(tree, temp.resolve("again"))).isEmpty();
    }
}
