package io.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class AppPackageTest {
    private final AppPackage built = AppPackage.built();

    @Test
    void the_package_holds_what_teams_wants_and_nothing_else() throws IOException {
        assertThat(built.names())
                .containsExactlyInAnyOrder("manifest.json", "en.json", "de.json", "color.png", "outline.png");
    }

    @Test
    void teams_accepts_the_manifest() throws IOException {
        assertThat(TeamsSchemas.errors("MicrosoftTeams.schema.json", built.json("manifest.json")))
                .isEmpty();
    }

    @Test
    void the_schema_would_notice_a_manifest_of_another_version() throws IOException {
        ObjectNode manifest = (ObjectNode) built.json("manifest.json");

        manifest.put("manifestVersion", "1.3");

        assertThat(TeamsSchemas.errors("MicrosoftTeams.schema.json", manifest)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en.json", "de.json"})
    void teams_accepts_the_languages(String file) throws IOException {
        assertThat(TeamsSchemas.errors("MicrosoftTeams.Localization.schema.json", built.json(file)))
                .isEmpty();
    }

    @Test
    void each_setting_has_its_value() throws IOException {
        JsonNode manifest = built.json("manifest.json");

        assertThat(manifest.toString()).doesNotContain("@slipway").doesNotContain("${");
        assertThat(manifest.at("/webApplicationInfo/resource").asString())
                .isEqualTo("api://botid-" + manifest.at("/bots/0/botId").asString());
        assertThat(manifest.get("validDomains").toString()).contains("token.botframework.com");
    }

    @Test
    void english_is_what_the_manifest_says_and_german_translates_all_of_it() throws IOException {
        JsonNode manifest = built.json("manifest.json");
        JsonNode english = built.json("en.json");

        english.properties().stream()
                .filter(p -> !p.getKey().equals("$schema"))
                .forEach(p -> assertThat(manifest.at(pointer(p.getKey())))
                        .as(p.getKey())
                        .isEqualTo(p.getValue()));
        assertThat(built.json("de.json").propertyNames()).containsExactlyInAnyOrderElementsOf(english.propertyNames());
        assertThat(translated(manifest)).isSubsetOf(new TreeSet<>(english.propertyNames()));
    }

    @Test
    void the_icons_have_the_sizes_that_teams_wants() throws IOException {
        BufferedImage color = ImageIO.read(new ByteArrayInputStream(built.bytes("color.png")));
        BufferedImage outline = ImageIO.read(new ByteArrayInputStream(built.bytes("outline.png")));

        assertThat(color.getWidth()).isEqualTo(192).isEqualTo(color.getHeight());
        assertThat(outline.getWidth()).isEqualTo(32).isEqualTo(outline.getHeight());
        for (int pixel : outline.getRGB(0, 0, 32, 32, null, 0, 32)) {
            assertThat(pixel >>> 24 == 0 || (pixel & 0xFFFFFF) > 0xE0E0E0)
                    .as("white or transparent")
                    .isTrue();
        }
    }

    private static String pointer(String key) {
        return "/" + key.replaceAll("\\[(\\d+)]", ".$1").replace('.', '/');
    }

    private static Set<String> translated(JsonNode manifest) {
        Set<String> keys = new TreeSet<>(Set.of("name.short", "name.full", "description.short", "description.full"));
        JsonNode lists = manifest.at("/bots/0/commandLists");
        for (int list = 0; list < lists.size(); list++) {
            for (int command = 0; command < lists.get(list).get("commands").size(); command++) {
                String name = "bots[0].commandLists[" + list + "].commands[" + command + "].";
                keys.add(name + "title");
                keys.add(name + "description");
            }
        }
        return keys;
    }
}
