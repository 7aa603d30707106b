package io.slipway.sandbox.azuredevops;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Shapes that Azure DevOps uses everywhere: wrapped lists, times, links. */
final class Wire {

    /** Reads and writes what is kept in the state folder, by fields. */
    static final ObjectMapper STATE = JsonMapper.builder()
            .changeDefaultVisibility(v -> v.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
            .build();

    private Wire() {}

    static Body list(Collection<?> values) {
        return new Body().with("count", values.size()).with("value", values);
    }

    static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    static Body href(String address) {
        return new Body().with("href", address);
    }

    /** The text of a member, empty when it is missing, null or no text. */
    static String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isString() ? value.stringValue() : "";
    }
}
