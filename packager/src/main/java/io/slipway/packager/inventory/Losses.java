package io.slipway.packager.inventory;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an upgrade takes away from the people who use the solution: rules of the platform, as sentences. */
final class Losses {

    private static final Set<String> ROOMS = Set.of("maximum length", "largest value", "decimal places");

    private Losses() {}

    /** Tables and columns of the platform itself have no prefix, and an upgrade leaves them. */
    private static boolean isCustom(Component component) {
        return component.schemaName().contains("_");
    }

    static String ofRemoval(Component component) {
        boolean own = isCustom(component);
        return switch (component.kind()) {
            case Kinds.TABLE -> !own ? "" : "an upgrade deletes the table with all its rows";
            case Kinds.COLUMN -> !own ? "" : "an upgrade deletes the column with its values";
            case Kinds.CHOICE -> "columns that use the choice lose its options";
            case Kinds.RELATIONSHIP ->
                component.fact("#many").isEmpty() ? "" : "an upgrade deletes the links between the rows";
            case Kinds.VARIABLE -> "the value set in the environment is deleted";
            default -> "";
        };
    }

    static String ofChange(Component before, Component after) {
        if (before.kind().equals(Kinds.COLUMN) && !before.fact("data type").equals(after.fact("data type"))) {
            return "a column keeps its type for life; it must be deleted and made anew";
        }
        for (String room : ROOMS) {
            if (isNarrowed(before.fact(room), after.fact(room))) {
                return "values that need more room are cut or refused";
            }
        }
        if (isNarrowed(after.fact("smallest value"), before.fact("smallest value"))) {
            return "smaller values are refused";
        }
        Map<String, String> gone = new TreeMap<>(before.group("option"));
        gone.keySet().removeAll(after.group("option").keySet());
        return gone.isEmpty() ? "" : "rows keep the number of a removed option without its label";
    }

    private static boolean isNarrowed(String before, String after) {
        try {
            return !before.isEmpty()
                    && !after.isEmpty()
                    && new java.math.BigDecimal(after).compareTo(new java.math.BigDecimal(before)) < 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
