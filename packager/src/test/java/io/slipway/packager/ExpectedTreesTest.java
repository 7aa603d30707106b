package io.slipway.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectedTreesTest {

    @TempDir
    Path temp;

    @Test
    void every_file_is_byte_for_byte_what_the_original_writes() throws Exception {
        // given
        Map<String, List<RealSolutions.Row>> trees = RealSolutions.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.solution() + " " + row.type(), TreeMap::new, Collectors.toList()));
        List<String> differences = new ArrayList<>();
        int total = 0;
        // when
        for (List<RealSolutions.Row> rows : trees.values()) {
            total += rows.size();
            compare(unpack(rows.getFirst()), rows, differences);
        }
        // then
        System.out.printf("packager: expected-trees.tsv: %d of %d rows matched%n", total - missed(differences), total);
        assertThat(differences).isEmpty();
    }

    private static long missed(List<String> differences) {
        return differences.stream().filter(line -> !line.startsWith("surplus")).count();
    }

    private Path unpack(RealSolutions.Row row) {
        Path folder = temp.resolve(row.solution() + row.type());
        PackageType type = PackageType.of(row.type());
        Path zip = RealSolutions.zip(row.solution(), row.blob());
        if (type == PackageType.BOTH) {
            new Unpacker().unpackBoth(zip, RealSolutions.managed(row.solution()), folder);
        } else {
            new Unpacker().unpack(zip, folder, type);
        }
        return folder;
    }

    private static void compare(Path folder, List<RealSolutions.Row> rows, List<String> differences) throws Exception {
        Map<String, Path> made = Trees.files(folder);
        for (RealSolutions.Row row : rows) {
            Path file = made.remove(row.path());
            if (file == null) {
                differences.add("missing " + row);
            } else if (Files.size(file) != row.size() || !hash(file).equals(row.hash())) {
                differences.add("different " + row + " but " + Files.size(file) + " bytes");
            }
        }
        made.keySet().forEach(path -> differences.add("surplus " + folder.getFileName() + "/" + path));
    }

    private static String hash(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
