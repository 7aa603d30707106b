package io.slipway.cards;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SamplesTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Path FOLDER =
            Path.of(System.getProperty("slipway.root", "..")).resolve("cards/samples");

    @Test
    void each_card_has_a_sample() {
        assertThat(Samples.all().values().stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsAll(Set.of(Face.class.getPermittedSubclasses()));
    }

    @Test
    void every_sample_passes_the_schema_of_adaptive_cards_and_what_only_teams_knows_has_a_fallback() {
        ObjectNode schema = Contracts.read("adaptive-cards/1.5.0/adaptive-card.json");
        JsonNode elements = Contracts.read("adaptive-cards/teams-elements.json");
        // The schema calls itself draft 6 and has the id of draft 4, which a validator refuses.
        schema.remove("id");
        Schema validator =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6).getSchema(schema);

        Samples.all().forEach((name, face) -> {
            TeamsParts teams = new TeamsParts(schema, elements);
            List<Error> errors = validator.validate(teams.without(tree(face)));
            assertThat(errors.stream().map(Error::toString).limit(8)).as(name).isEmpty();
            assertThat(teams.wrongs()).as(name).isEmpty();
        });
    }

    @Test
    void every_sample_is_small_and_has_a_summary() {
        Samples.all().forEach((name, face) -> {
            assertThat(face.card().json().length() * 2).as(name).isLessThan(80 * 1024);
            assertThat(face.card().summary()).as(name).isNotBlank();
        });
    }

    @Test
    void every_verb_of_a_card_is_a_verb_that_is_known() {
        Set<String> known = Arrays.stream(Verbs.class.getFields())
                .map(SamplesTest::constant)
                .collect(Collectors.toSet());

        Samples.all()
                .values()
                .forEach(face -> assertThat(known)
                        .containsAll(tree(face).findValues("verb").stream()
                                .map(JsonNode::stringValue)
                                .toList()));
    }

    @Test
    void every_input_has_a_label_and_every_required_one_says_what_is_missing() {
        Samples.all()
                .forEach((name, face) -> tree(face).findParents("type").stream()
                        .filter(e -> e.get("type").asString().startsWith("Input."))
                        .forEach(input -> {
                            assertThat(input.path("label").asString(""))
                                    .as(name)
                                    .isNotBlank();
                            assertThat(!input.path("isRequired").asBoolean(false) || input.has("errorMessage"))
                                    .as(name)
                                    .isTrue();
                        }));
    }

    @Test
    void every_text_wraps() {
        Samples.all()
                .forEach((name, face) -> assertThat(tree(face).findParents("type").stream()
                                .filter(e -> e.get("type").asString().equals("TextBlock"))
                                .filter(e -> !e.path("wrap").asBoolean(false)))
                        .as(name)
                        .isEmpty());
    }

    /** Run with {@code -Dslipway.samples=write} to write them anew after a card has changed. */
    @Test
    void the_samples_on_disk_are_what_the_cards_are_now() throws IOException {
        Map<String, Face> samples = Samples.all();
        if (System.getProperty("slipway.samples", "").equals("write")) {
            Files.createDirectories(FOLDER);
            samples.forEach((name, face) -> write(FOLDER.resolve(name + ".json"), pretty(face)));
        }

        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(f -> f.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(samples.keySet());
        }
        samples.forEach((name, face) ->
                assertThat(FOLDER.resolve(name + ".json")).as(name).hasContent(pretty(face)));
    }

    private static JsonNode tree(Face face) {
        return JSON.readTree(face.card().json());
    }

    private static String pretty(Face face) {
        return JSON.writeValueAsString(tree(face)).replace("\r\n", "\n") + "\n";
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String constant(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
