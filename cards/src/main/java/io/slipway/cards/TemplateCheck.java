package io.slipway.cards;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import tools.jackson.databind.JsonNode;

/** Reads a template before anybody needs it and refuses slots that its record does not fill. */
final class TemplateCheck {
    private static final Set<Class<?>> TEXTS =
            Set.of(String.class, int.class, boolean.class, Instant.class, Integer.class);

    private final Class<?> root;

    TemplateCheck(Class<?> root) {
        this.root = root;
    }

    /** @param repeats whether it stands in an array, where it may be repeated */
    void check(JsonNode node, Class<?> here, boolean repeats) {
        if (node.isArray()) {
            node.forEach(item -> check(item, here, true));
        } else if (node.isObject()) {
            Class<?> inside = node.has("$data") ? data(node.get("$data").stringValue(), here, repeats) : here;
            node.properties().forEach(p -> property(p.getKey(), p.getValue(), inside));
        } else if (node.isString()) {
            text(node.stringValue(), here);
        }
    }

    private void property(String key, JsonNode value, Class<?> here) {
        switch (key) {
            case "$when" -> condition(value.stringValue(), here);
            case "$data", "$schema" -> {}
            default -> {
                if (key.startsWith("$")) {
                    throw new IllegalStateException(key + " is not understood in a template");
                }
                check(value, here, false);
            }
        }
    }

    private Class<?> data(String text, Class<?> here, boolean repeats) {
        Type type = whole(text, here);
        Optional<Class<?>> element = Slots.element(type);
        if (element.isPresent() && !repeats) {
            throw new IllegalStateException("$data " + text + " is a list, so it belongs into an array");
        }
        return element.orElseGet(() -> Slots.plain(type));
    }

    private void condition(String text, Class<?> here) {
        if (whole(text, here) != boolean.class) {
            throw new IllegalStateException("$when " + text + " is neither true nor false");
        }
    }

    private Type whole(String text, Class<?> here) {
        Matcher slot = Words.SLOT.matcher(text);
        if (!slot.matches()) {
            throw new IllegalStateException("one slot alone is expected instead of " + text);
        }
        return typeOf(slot.group(1), here);
    }

    private void text(String text, Class<?> here) {
        Words.check(text);
        Matcher slot = Words.SLOT.matcher(text);
        while (slot.find()) {
            Type type = typeOf(slot.group(1), here);
            boolean list = slot.start() == 0
                    && slot.end() == text.length()
                    && Slots.element(type).filter(String.class::equals).isPresent();
            if (!list && !TEXTS.contains(Slots.plain(type))) {
                throw new IllegalStateException("slot ${" + slot.group(1) + "} is no text: " + type);
            }
        }
    }

    private Type typeOf(String path, Class<?> here) {
        return path.startsWith("$root.") ? Slots.typeOf(root, path.substring(6)) : Slots.typeOf(here, path);
    }
}
