package io.slipway.packager.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The few values that are noted while a component is copied, because they name its files: attributes of its root and texts of named elements. */
public final class Fields {

    private final Set<String> children;
    private final Set<String> anywhere;
    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> attributes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Fields(Set<String> children, Set<String> anywhere) {
        this.children = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        this.children.addAll(children);
        this.anywhere = anywhere;
    }

    /** Notes the texts of direct children of these names, whatever their case. */
    public static Fields ofChildren(String... names) {
        return new Fields(Set.of(names), Set.of());
    }

    /** Notes direct children, and further names at any depth. */
    public static Fields of(Set<String> children, Set<String> anywhere) {
        return new Fields(children, anywhere);
    }

    boolean wants(int depth, String name) {
        return depth == 1 && children.contains(name) || anywhere.contains(name);
    }

    void note(String name, String value) {
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value.strip());
    }

    void attribute(String name, String value) {
        attributes.put(name, value);
    }

    /** The first text of an element, or the value of a root attribute written {@code @name}; absent when empty. */
    public Optional<String> get(String name) {
        String value = name.startsWith("@")
                ? attributes.get(name.substring(1))
                : all(name).stream().findFirst().orElse(null);
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }

    /** All texts of elements of this name. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }
}
