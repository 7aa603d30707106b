package io.slipway.teams;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.microsoft.bot.schema.Activity;

/** JSON in the dialect of the Bot Framework's types: the only mapper that meets them. */
final class TeamsJson {

    private static final int DEEPEST = 64;

    static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectReader ACTIVITY = MAPPER.readerFor(Activity.class);

    private TeamsJson() {}

    /** Reads an activity; refuses what is none. */
    static Activity activity(String body) {
        try {
            Activity activity = ACTIVITY.readValue(body);
            if (activity == null
                    || activity.getType() == null
                    || activity.getType().isBlank()) {
                throw new Unwelcome(400, "not an activity");
            }
            return activity;
        } catch (JsonProcessingException | RuntimeException e) {
            throw e instanceof Unwelcome u ? u : new Unwelcome(400, "not an activity");
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : "";
    }
}
