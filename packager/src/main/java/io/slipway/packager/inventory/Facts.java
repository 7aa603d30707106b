package io.slipway.packager.inventory;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects the facts about one component while it is read. */
final class Facts {

    private static final Set<String> NOISE = Set.of(
            "introducedversion",
            "iscustomizable",
            "canbedeleted",
            "name",
            "logicalname",
            "type",
            "formid",
            "savedqueryid",
            "webresourceid",
            "filename",
            "jsonfilename",
            "xamlfilename",
            "uniquename",
            "appversion",
            "statuscode",
            "dependencyxml",
            "iscustomfield",
            "objecttypecode");

    private static final int SHORT = 24;

    private final Map<String, String> values = new TreeMap<>();

    Facts put(String key, String value) {
        values.put(key, shared(value));
        return this;
    }

    /** Short values repeat in every column; one copy is enough for all. */
    private static String shared(String value) {
        return value.length() <= SHORT ? value.intern() : value;
    }

    /** A member of a group, such as a field of a form. */
    Facts member(String group, String name, String value) {
        values.put(Fact.member(group, name), value);
        return this;
    }

    Facts members(String group, List<String> names) {
        names.forEach(name -> member(group, name, name));
        return this;
    }

    /** Every plain text child is a property, by its name in words. */
    Facts properties(XmlNode node) {
        node.leaves()
                .filter(leaf -> !NOISE.contains(leaf.name().toLowerCase(java.util.Locale.ROOT)))
                .filter(leaf -> !leaf.text().isEmpty())
                .forEach(leaf ->
                        values.putIfAbsent(Words.property(leaf.name()), shared(Words.value(leaf.name(), leaf.text()))));
        return this;
    }

    /** A hash over all of it, so that no change goes unseen. */
    Facts content(String hash) {
        return put(Fact.CONTENT, hash);
    }

    Map<String, String> build() {
        return values;
    }
}
