package io.slipway.cards;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The template of one card, in the subset {@code ${path}}, {@code $when} and {@code $data} of Adaptive Cards
 * templating. It lies beside its record under the record's name and is checked against it when it is loaded.
 */
final class Template {
    /** Teams refuses messages over about 100 KB, counted in UTF-16. */
    static final int LARGEST = 80 * 1024;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ClassValue<Template> LOADED = new ClassValue<>() {
        @Override
        protected Template computeValue(Class<?> type) {
            return load(type.asSubclass(Record.class));
        }
    };

    private final Class<? extends Record> type;
    private final JsonNode tree;

    private Template(Class<? extends Record> type, JsonNode tree) {
        this.type = type;
        this.tree = tree;
    }

    /** The template of a record, loaded once. */
    static Template of(Class<?> type) {
        return LOADED.get(type);
    }

    private static Template load(Class<? extends Record> type) {
        String name = type.getSimpleName() + ".json";
        try (InputStream file = type.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("there is no template " + name);
            }
            return parse(type, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("template " + name + " cannot be read", unreadable);
        }
    }

    static Template parse(Class<? extends Record> type, String json) {
        JsonNode tree = JSON.readTree(json);
        try {
            new TemplateCheck(type).check(tree, type, false);
        } catch (IllegalStateException wrong) {
            throw new IllegalStateException("template of " + type.getSimpleName() + ": " + wrong.getMessage(), wrong);
        }
        return new Template(type, tree);
    }

    Card fill(Object data, String summary) {
        ObjectNode card = (ObjectNode) new Filling(type.cast(data)).fill(tree);
        Fallbacks.add(card);
        String json = JSON.writeValueAsString(card);
        if (json.length() * 2 > LARGEST) {
            throw new IllegalArgumentException(type.getSimpleName() + " is too big for Teams: " + json.length());
        }
        return new Card(json, Words.tame(summary));
    }
}
