package io.slipway.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Damages JSON in the ways that senders, proxies and attackers do: of the values, of the shape, of the bytes. */
final class Mutations {

    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "1e999",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "[null]",
            "[[[]]]",
            "{\"id\":null}",
            "\"" + "y".repeat(2000) + "\"",
            "\"http://[\"",
            "\"../../x\"",
            "\"<at>\"",
            "9999999999999999999999");

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    String of(String sample) throws JsonProcessingException {
        if (random.nextInt(5) == 0) {
            return bytes(sample);
        }
        JsonNode root = TeamsJson.MAPPER.readTree(sample);
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            List<JsonNode> containers = new ArrayList<>();
            collect(root, containers);
            change(containers.get(random.nextInt(containers.size())));
        }
        return root.toString();
    }

    private void change(JsonNode container) throws JsonProcessingException {
        JsonNode odd = TeamsJson.MAPPER.readTree(ODD.get(random.nextInt(ODD.size())));
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(3) == 0) {
                object.remove(name);
            } else {
                object.set(name, odd);
            }
        } else if (container instanceof ArrayNode array) {
            array.insert(0, odd);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private String bytes(String sample) {
        int at = random.nextInt(sample.length());
        return switch (random.nextInt(4)) {
            case 0 -> sample.substring(0, at);
            case 1 -> sample.substring(0, at) + (char) random.nextInt(256) + sample.substring(at + 1);
            case 2 -> sample.substring(0, at) + sample;
            default -> sample.substring(0, at) + sample.substring(Math.min(sample.length(), at + random.nextInt(40)));
        };
    }
}
