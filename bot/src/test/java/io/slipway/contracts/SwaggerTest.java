package io.slipway.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SwaggerTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private final JsonNode document = json("""
            {'definitions': {
              'Base': {'properties': {'id': {'type': 'integer'}}},
              'Thing': {'allOf': [{'$ref': '#/definitions/Base'}],
                'properties': {'state': {'enum': ['on', 'off']}, 'any': {'type': 'object'},
                  'parts': {'type': 'array', 'items': {'$ref': '#/definitions/Thing'}},
                  'named': {'type': 'object', 'additionalProperties': {'$ref': '#/definitions/Base'}}}}}}
            """);

    @Test
    void what_is_declared_passes() {
        assertThat(faults(
                        "{'id': 1, 'state': 'on', 'any': {'x': 'y'}, 'parts': [{'id': 2}], 'named': {'a': {'id': 3}}}"))
                .isEmpty();
    }

    @Test
    void what_is_misspelt_or_of_another_type_does_not() {
        assertThat(faults("{'ids': 1}")).containsExactly("$.ids is not declared");
        assertThat(faults("{'id': '1'}")).containsExactly("$.id should be a whole number");
        assertThat(faults("{'state': 'maybe'}")).hasSize(1);
        assertThat(faults("{'parts': [{'x': 2}]}")).containsExactly("$.parts[0].x is not declared");
        assertThat(faults("{'named': {'a': {'x': 3}}}")).containsExactly("$.named.a.x is not declared");
        assertThat(faults("[]")).containsExactly("$ should be an object");
    }

    private List<String> faults(String value) {
        return new Swagger(document).faults(document.at("/definitions/Thing"), json(value));
    }

    private static JsonNode json(String text) {
        return MAPPER.readTree(text.replace('\'', '"'));
    }
}
