package io.slipway.packager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that mean harm or are damaged: a clear refusal, and nothing written anywhere. */
class HostileZipTest {

    @TempDir
    Path temp;

    @AfterEach
    void nothing_was_written_but_the_archive() throws Exception {
        try (Stream<Path> left = Files.list(temp)) {
            assertThat(left).allMatch(path -> path.toString().endsWith(".zip"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.json",
                "bots/../../outside.json",
                "/absolute.json",
                "C:/drive.json",
                "bots\\back.json",
                "bots//empty.json",
                "bots/./here.json",
                "bots/%2e%2e/%2e%2e/outside.json",
                ".git/hooks/post-checkout",
                "bots/.GIT./config",
                "bots/nul\u0000.json"
            })
    void a_name_that_leaves_its_folder_is_refused(String name) throws Exception {
        Path zip = Archives.solution("").with(name, "x").write(temp.resolve("a.zip"));
        refused(zip, "name");
    }

    @Test
    void names_that_differ_in_case_only_are_refused() throws Exception {
        Path zip = Archives.solution("")
                .with("bots/a.json", "1")
                .with("Bots/A.json", "2")
                .write(temp.resolve("a.zip"));
        refused(zip, "case only");
    }

    @Test
    void a_component_name_cannot_lead_out_of_the_tree() throws Exception {
        Path zip = Archives.solution("<WebResources><WebResource><Name>../../outside.js</Name>"
                        + "<FileName>/WebResources/x.js</FileName></WebResource></WebResources>")
                .with("WebResources/x.js", "1")
                .write(temp.resolve("a.zip"));
        refused(zip, "leads out");
    }

    @Test
    void a_file_and_a_folder_of_one_name_are_refused() throws Exception {
        Path zip = Archives.solution("")
                .with("bots/a.json", "1")
                .with("bots/a.json/b.json", "2")
                .write(temp.resolve("a.zip"));
        assertThatThrownBy(() -> unpack(zip)).isInstanceOf(PackagerException.class);
    }

    @Test
    void a_link_is_refused() throws Exception {
        Path zip = Archives.solution("").with("bots/link.json", "/etc/passwd").write(temp.resolve("a.zip"));
        patchDirectory(zip, "bots/link.json", 5, (byte) 3);
        patchDirectory(zip, "bots/link.json", 41, (byte) 0xA1);
        refused(zip, "link");
    }

    @Test
    void an_entry_that_lies_about_its_size_is_refused() throws Exception {
        Path zip = Archives.solution("").with("bots/a.json", "twelve bytes").write(temp.resolve("a.zip"));
        patchDirectory(zip, "bots/a.json", 24, (byte) 3);
        assertThatThrownBy(() -> unpack(zip)).isInstanceOf(PackagerException.class);
    }

    @Test
    void a_wrong_checksum_is_refused() throws Exception {
        Path zip = Archives.solution("").with("bots/a.json", "twelve bytes").write(temp.resolve("a.zip"));
        patchDirectory(zip, "bots/a.json", 16, (byte) 0x55);
        refused(zip, "checksum");
    }

    @Test
    void an_encrypted_entry_is_refused() throws Exception {
        Path zip = Archives.solution("").with("bots/a.json", "1").write(temp.resolve("a.zip"));
        patchDirectory(zip, "bots/a.json", 8, (byte) 1);
        refused(zip, "encrypted");
    }

    @Test
    void a_bomb_is_refused_before_it_unpacks() throws Exception {
        Path zip = Archives.solution("").with("bots/a.json", new byte[40 << 20]).write(temp.resolve("a.zip"));
        refused(zip, "grows more than");
    }

    @Test
    void more_bytes_than_the_limit_are_refused() throws Exception {
        Path zip = Archives.solution("").with("bots/a.json", new byte[5000]).write(temp.resolve("a.zip"));
        Unpacker strict = new Unpacker(new Limits(100, 10_000, 5_000, 1000));
        assertThatThrownBy(() -> strict.unpack(zip, temp.resolve("out"), PackageType.UNMANAGED))
                .isInstanceOf(PackagerException.class)
                .hasMessageContaining("more than 5000 bytes");
    }

    @Test
    void a_hundred_thousand_entries_are_refused() throws Exception {
        Archives archive = Archives.solution("");
        for (int i = 0; i < 100_000; i++) {
            archive.with("bots/" + i, new byte[0]);
        }
        refused(archive.write(temp.resolve("a.zip")), "");
    }

    @Test
    void entities_are_refused() throws Exception {
        String laughs = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><a>&b;</a>";
        refused(Archives.solution("").with("customizations.xml", laughs).write(temp.resolve("a.zip")), "document type");
    }

    @Test
    void an_external_entity_is_refused() throws Exception {
        String external = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        refused(Archives.solution("").with("solution.xml", external).write(temp.resolve("a.zip")), "document type");
    }

    @Test
    void an_undeclared_entity_is_refused() throws Exception {
        refused(Archives.solution("<x>&nbsp;</x>").write(temp.resolve("a.zip")), "");
    }

    @Test
    void endless_nesting_is_refused() throws Exception {
        refused(Archives.solution("<x>".repeat(100_000)).write(temp.resolve("a.zip")), "");
    }

    @Test
    void wrong_encodings_are_refused() throws Exception {
        byte[] latin = "<ImportExportXml><a>\u00e9</a></ImportExportXml>".getBytes(StandardCharsets.ISO_8859_1);
        refused(Archives.solution("").with("customizations.xml", latin).write(temp.resolve("a.zip")), "well-formed");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 21, 22, 100, 500})
    void a_truncated_archive_is_refused(int length) throws Exception {
        Path zip = Archives.solution("").write(temp.resolve("a.zip"));
        Files.write(zip, java.util.Arrays.copyOf(Files.readAllBytes(zip), length));
        refused(zip, "");
    }

    @Test
    void a_zip_that_is_no_solution_is_refused() throws Exception {
        Path zip = Archives.solution("").with("solution.xml", "<a/>").write(temp.resolve("a.zip"));
        refused(zip, "SolutionManifest");
    }

    @Test
    void the_wrong_type_is_refused() throws Exception {
        refused(Archives.solution("").manifest(1, "").write(temp.resolve("a.zip")), "is a managed solution");
    }

    private void refused(Path zip, String reason) {
        assertThatThrownBy(() -> unpack(zip))
                .isInstanceOf(PackagerException.class)
                .hasMessageContaining(reason);
    }

    private void unpack(Path zip) {
        new Unpacker().unpack(zip, temp.resolve("out"), PackageType.UNMANAGED);
    }

    /** Changes a byte of an entry's record in the directory. */
    private static void patchDirectory(Path zip, String name, int offset, byte value) throws Exception {
        byte[] bytes = Files.readAllBytes(zip);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < bytes.length - 46; at++) {
            int length = buffer.getShort(at + 28);
            if (buffer.getInt(at) == 0x02014b50
                    && length == name.length()
                    && new String(bytes, at + 46, length, StandardCharsets.UTF_8).equals(name)) {
                bytes[at + offset] = value;
                Files.write(zip, bytes);
                return;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
