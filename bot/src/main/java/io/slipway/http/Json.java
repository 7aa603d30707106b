package io.slipway.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.slipway.alm.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the porches read and write it: unknown members do not matter, absent ones are not written. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(
                    all -> JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    /** Reads a record. */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new Problem.Broken("It is no " + type.getSimpleName() + " but null.");
            }
            return value;
        } catch (JacksonException e) {
            throw new Problem.Broken("It is no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }

    /** Writes a record, map or list. */
    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }
}
