package io.slipway.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HostileTextTest {
    private static final String HOSTILE =
            "*a* _b_ [c](javascript:alert(1)) ![d](http://e) ${title} <at>f</at> {{DATE(2020-01-01T00:00:00Z)}}";

    static Stream<Class<?>> faces() {
        return Arrays.stream(Face.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("faces")
    void what_people_wrote_is_shown_to_the_letter_and_never_understood(Class<?> type) {
        for (int variant = 0; variant < 10; variant++) {
            Face face = (Face) record(type, variant);
            List<String> markdown = new ArrayList<>();
            markdown(JsonMapper.shared().readTree(face.card().json()), "", markdown);

            assertThat(markdown)
                    .as(face.toString())
                    .allSatisfy(text -> assertThat(text)
                            .doesNotContain("*a*", "_b_", "[c]", "![d", "<at>", "{{DATE(2020")
                            .doesNotContain("${"));
        }
    }

    @ParameterizedTest
    @MethodSource("faces")
    void a_very_long_text_still_fits_into_a_message(Class<?> type) {
        assertThat(((Face) record(type, 0)).card().json().length() * 2).isLessThan(Template.LARGEST);
        String longest = Words.tame("x".repeat(100_000));
        assertThat(longest).hasSize(1000).endsWith("…");
    }

    @ParameterizedTest
    @CsvSource({
        "a*b, a\\*b",
        "- a, \\- a",
        "1. a, 1\\. a",
        "1.4.0.13, 1.4.0.13",
        "#a, \\#a",
        "C:\\x, C:\\\\x",
        "a-b, a-b",
        "`a`, \\`a\\`"
    })
    void markdown_is_escaped_no_more_than_needed(String text, String escaped) {
        assertThat(Words.escape(text)).isEqualTo(escaped);
    }

    @Test
    void characters_that_hide_or_turn_text_are_left_out() {
        assertThat(Words.tame("a\u202Egpj\u2066\u0007b\r\nc")).isEqualTo("agpjb\nc");
        assertThat(Words.tame("x".repeat(998) + "😀😀")).hasSize(999).endsWith("x…");
    }

    private static void markdown(JsonNode node, String parent, List<String> found) {
        if (node.isObject()) {
            boolean block = node.path("type").asString("").equals("TextBlock");
            node.properties().forEach(p -> {
                if (p.getValue().isString()
                        && (parent.equals("facts") || block && p.getKey().equals("text"))) {
                    found.add(p.getValue().stringValue());
                }
                markdown(p.getValue(), p.getKey(), found);
            });
        } else {
            node.forEach(item -> markdown(item, parent, found));
        }
    }

    private static Object record(Class<?> type, int variant) {
        RecordComponent[] parts = type.getRecordComponents();
        Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(parts)
                .map(p -> value(p.getGenericType(), variant))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object value(Type type, int variant) {
        if (type instanceof ParameterizedType generic) {
            Object inner = value(generic.getActualTypeArguments()[0], variant);
            return generic.getRawType() == List.class ? List.of(inner, inner) : Optional.of(inner);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[variant % plain.getEnumConstants().length];
        }
        if (plain == int.class) {
            return variant;
        }
        if (plain == boolean.class) {
            return variant % 2 == 0;
        }
        return plain == String.class ? HOSTILE : plain == Instant.class ? Instant.EPOCH : record(plain, variant);
    }
}
