package io.slipway.packager.inventory;

import io.slipway.packager.PackagerException;
import io.slipway.packager.SourceTree;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Processes: cloud flows with their triggers, actions and connections, and the older kinds by their files. */
final class FlowReader {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_DEPTH = 40;
    private static final Map<String, String> CATEGORIES = Map.of(
            "0", "classic workflow",
            "1", "dialog",
            "2", "business rule",
            "3", "action",
            "4", "business process flow",
            "5", Kinds.CLOUD_FLOW,
            "6", "desktop flow");

    private final SourceTree tree;
    private final Reading reading;
    private final Consumer<Component> found;

    FlowReader(SourceTree tree, Reading reading, Consumer<Component> found) {
        this.tree = tree;
        this.reading = reading;
        this.found = found;
    }

    void read(String dataPath) {
        XmlNode node = XmlNode.read(tree, dataPath);
        String payload = dataPath.substring(0, dataPath.length() - ".data.xml".length());
        String kind = CATEGORIES.getOrDefault(node.value("Category"), "process");
        String shown = reading.shown(node, "LocalizedNames", node.attribute("Name"), payload);
        String id = node.attribute("WorkflowId");
        Facts facts = new Facts().put("name", shown).properties(node);
        facts.content(reading.hash(tree, dataPath) + (tree.has(payload) ? reading.hash(tree, payload) : ""));
        if (tree.has(payload)) {
            if (payload.endsWith(".json")) {
                definition(payload, facts);
            } else {
                facts.put("definition", reading.hash(tree, payload));
            }
        }
        found.accept(new Component(29, kind, id, id, shown, "", facts.build(), List.of()));
    }

    private void definition(String payload, Facts facts) {
        Optional<JsonNode> json = json(payload);
        if (json.isEmpty()) {
            facts.put("definition", reading.hash(tree, payload));
            return;
        }
        JsonNode properties = json.get().path("properties");
        properties
                .path("connectionReferences")
                .properties()
                .forEach(entry -> facts.member(
                        "connection",
                        entry.getValue().path("api").path("name").asString(entry.getKey()),
                        entry.getValue().path("connection").toString()));
        JsonNode definition = properties.path("definition");
        definition
                .path("triggers")
                .properties()
                .forEach(entry -> facts.member("trigger", spaced(entry.getKey()), trigger(entry.getValue())));
        actions(definition, facts, 0);
        definition
                .path("parameters")
                .properties()
                .forEach(entry -> facts.member(
                        "parameter", entry.getKey(), entry.getValue().toString()));
    }

    private static String trigger(JsonNode trigger) {
        JsonNode recurrence = trigger.path("recurrence");
        String content = trigger.toString();
        return recurrence.isMissingNode()
                ? content
                : "every " + recurrence.path("interval").asString("") + " "
                        + recurrence.path("frequency").asString("") + " " + content;
    }

    private static void actions(JsonNode scope, Facts facts, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        scope.path("actions").properties().forEach(entry -> {
            JsonNode action = entry.getValue();
            facts.member("action", spaced(entry.getKey()), own(action));
            actions(action, facts, depth + 1);
            actions(action.path("else"), facts, depth + 1);
            actions(action.path("default"), facts, depth + 1);
            action.path("cases").properties().forEach(one -> actions(one.getValue(), facts, depth + 1));
        });
    }

    /** What an action says itself, without the actions inside it. */
    private static String own(JsonNode action) {
        StringBuilder text = new StringBuilder();
        action.properties().forEach(entry -> {
            if (!List.of("actions", "else", "cases", "default", "metadata").contains(entry.getKey())) {
                text.append(entry.getKey()).append(entry.getValue());
            }
        });
        return text.toString();
    }

    private Optional<JsonNode> json(String path) {
        try {
            return Optional.of(JSON.readTree(tree.read(path)));
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw PackagerException.broken(path, e);
        }
    }

    private static String spaced(String name) {
        return name.replace('_', ' ');
    }
}
