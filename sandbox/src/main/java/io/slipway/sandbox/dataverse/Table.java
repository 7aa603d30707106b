package io.slipway.sandbox.dataverse;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The shape of a table, as far as the sandbox has it.
 *
 * @param set entity set name, such as {@code solutions}
 * @param id primary key column
 * @param lookups single-valued navigation properties: name to the set it leads to; the column is {@code _name_value}
 * @param collections collection-valued navigation properties: name to set and column, as in {@code set/column}
 */
record Table(
        String set,
        String logicalName,
        String id,
        Set<String> columns,
        Map<String, String> lookups,
        Map<String, String> collections) {

    boolean has(String column) {
        return columns.contains(column);
    }

    /** The set that a single-valued navigation property leads to. */
    Optional<String> lookup(String navigation) {
        return Optional.ofNullable(lookups.get(navigation));
    }

    static String columnOf(String navigation) {
        return "_" + navigation.toLowerCase(Locale.ROOT) + "_value";
    }
}
