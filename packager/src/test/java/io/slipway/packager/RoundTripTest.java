package io.slipway.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {

    @TempDir
    Path temp;

    @Test
    void every_real_solution_survives_packing_and_unpacking_byte_for_byte() throws Exception {
        List<String> differences = new ArrayList<>();
        int number = 0;
        for (Path zip : RealSolutions.zips()) {
            // given
            Path tree = temp.resolve("tree" + number);
            Path again = temp.resolve("again" + number++);
            PackageType type = new Unpacker().unpack(zip, tree).manifest().managed() == 1
                    ? PackageType.MANAGED
                    : PackageType.UNMANAGED;
            // when
            Path first = temp.resolve("first.zip");
            Path second = temp.resolve("second.zip");
            PackResult packed = new Packer().pack(tree, first, type);
            new Packer().pack(tree, second, type);
            new Unpacker().unpack(first, again, type);
            // then
            differences.addAll(Trees.differences(tree, again));
            differences.addAll(XmlTrees.differences(zip, first));
            assertThat(Files.mismatch(first, second)).as(zip + " twice").isEqualTo(-1);
            packed.warnings().forEach(warning -> System.out.println("packager: " + zip.getFileName() + ": " + warning));
        }
        System.out.printf("packager: round trip over %d real solutions, %d differences%n", number, differences.size());
        assertThat(differences).isEmpty();
    }

    @Test
    void a_tree_of_both_packs_into_its_two_archives_and_back() throws Exception {
        List<String> differences = new ArrayList<>();
        for (String name : List.of("CampusManagement", "Success", "Dynamics365HigherEducationAccelerator")) {
            // given
            Path unmanaged = RealSolutions.zips().stream()
                    .filter(zip -> zip.getFileName().toString().startsWith(name + "_unmanaged"))
                    .findFirst()
                    .orElseThrow();
            Path tree = temp.resolve(name);
            Path again = temp.resolve(name + "-again");
            new Unpacker().unpackBoth(unmanaged, RealSolutions.managed(name), tree);
            // when
            Path zip = temp.resolve(name + ".zip");
            List<Path> zips = new Packer().pack(tree, zip, PackageType.BOTH).zips();
            new Unpacker().unpackBoth(zips.get(0), zips.get(1), again);
            // then
            differences.addAll(Trees.differences(tree, again));
        }
        assertThat(differences).isEmpty();
    }
}
