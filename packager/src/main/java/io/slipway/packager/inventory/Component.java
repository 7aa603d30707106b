package io.slipway.packager.inventory;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One component of a solution.
 *
 * @param type the platform's component type number; 0 for kinds whose number differs from environment to environment
 * @param kind the kind in words, such as "table" or "cloud flow"
 * @param schemaName the name that it is known by in every environment
 * @param id its id where it has one, else empty
 * @param displayName what people call it, in the asked language where that is there
 * @param parent the display name of the table it belongs to, else empty
 * @param facts what can be told about it, by stable keys; see {@link Fact}
 * @param lines hashes of the lines of its text file, empty for anything but text
 */
public record Component(
        int type,
        String kind,
        String schemaName,
        String id,
        String displayName,
        String parent,
        Map<String, String> facts,
        List<Integer> lines) {

    public Component {
        facts = Map.copyOf(facts);
        lines = List.copyOf(lines);
    }

    /** What it is matched by between two versions. */
    public String key() {
        return kind + "|" + parentKey() + schemaName.toLowerCase(java.util.Locale.ROOT);
    }

    /** One fact, or an empty text. */
    public String fact(String key) {
        return facts.getOrDefault(key, "");
    }

    /** Facts of a group: their names and values in order of the names. */
    public Map<String, String> group(String group) {
        Map<String, String> members = new TreeMap<>();
        facts.forEach((key, value) -> {
            if (Fact.group(key).equals(group)) {
                members.put(Fact.name(key), value);
            }
        });
        return members;
    }

    private String parentKey() {
        return parent.isEmpty() ? "" : fact(Fact.TABLE).toLowerCase(java.util.Locale.ROOT) + "|";
    }
}
