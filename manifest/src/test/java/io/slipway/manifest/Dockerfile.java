package io.slipway.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines of the Dockerfile, as far as a walk through it needs them. */
record Dockerfile(List<Step> steps) {

    /** One instruction: its name in capitals and what stands behind it. */
    record Step(String name, String rest) {
        List<String> words() {
            return List.of(rest.split("\\s+"));
        }

        /** The words of {@code ["java", "-jar"]}, also where flags stand before it. */
        List<String> command() {
            JsonNode array = JsonMapper.shared().readTree(rest.substring(rest.indexOf('[')));
            return array.valueStream().map(JsonNode::stringValue).toList();
        }
    }

    static Dockerfile read(Path file) throws IOException {
        String joined = Files.readString(file).replaceAll("(?m)^#.*\\R", "").replaceAll("\\\\\\R\\s*", " ");
        return new Dockerfile(Arrays.stream(joined.split("\\R"))
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\\s+", 2))
                .map(line -> new Step(line[0], line[1]))
                .toList());
    }

    Stream<Step> all(String name) {
        return steps.stream().filter(s -> s.name().equals(name));
    }

    /** What holds in the end, as the last one counts. */
    Optional<Step> last(String name) {
        return all(name).reduce((one, other) -> other);
    }
}
