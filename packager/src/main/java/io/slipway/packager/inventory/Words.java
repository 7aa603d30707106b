package io.slipway.packager.inventory;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The names of the files' elements and codes in the words that people meet in the maker portal. */
final class Words {

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("MaxLength", "maximum length"),
            Map.entry("MinValue", "smallest value"),
            Map.entry("MaxValue", "largest value"),
            Map.entry("Accuracy", "decimal places"),
            Map.entry("RequiredLevel", "requirement"),
            Map.entry("IsAuditEnabled", "auditing"),
            Map.entry("IsSecured", "column security"),
            Map.entry("OwnershipTypeMask", "ownership"),
            Map.entry("ChangeTrackingEnabled", "change tracking"),
            Map.entry("IsSearchable", "searchable"),
            Map.entry("AppDefaultValue", "default choice"),
            Map.entry("Format", "format"),
            Map.entry("Behavior", "time zone behavior"),
            Map.entry("LinkedEntityId", "linked table"),
            Map.entry("FormActivationState", "active"),
            Map.entry("StateCode", "state"),
            Map.entry("CascadeDelete", "on delete"),
            Map.entry("CascadeAssign", "on assign"),
            Map.entry("WebResourceType", "file type"),
            Map.entry("FilteringAttributes", "filtering columns"));

    private static final Map<String, String> COLUMN_TYPES = Map.ofEntries(
            Map.entry("nvarchar", "text"),
            Map.entry("ntext", "multiline text"),
            Map.entry("memo", "multiline text"),
            Map.entry("int", "whole number"),
            Map.entry("bigint", "big integer"),
            Map.entry("decimal", "decimal"),
            Map.entry("float", "floating point number"),
            Map.entry("money", "currency"),
            Map.entry("datetime", "date and time"),
            Map.entry("bit", "yes/no"),
            Map.entry("picklist", "choice"),
            Map.entry("multiselectpicklist", "choices"),
            Map.entry("lookup", "lookup"),
            Map.entry("customer", "customer lookup"),
            Map.entry("owner", "owner"),
            Map.entry("partylist", "party list"),
            Map.entry("state", "status"),
            Map.entry("status", "status reason"),
            Map.entry("primarykey", "unique identifier"),
            Map.entry("uniqueidentifier", "unique identifier"),
            Map.entry("file", "file"),
            Map.entry("image", "image"),
            Map.entry("virtual", "virtual"));

    private static final Set<String> SWITCHES = Set.of("StateCode", "FormActivationState");

    private static final int MOST_CACHED = 1000;
    private static final Map<String, String> SPLIT = new ConcurrentHashMap<>();

    private Words() {}

    /** The name of a property: known ones by their portal name, others split at the capitals. */
    static String property(String element) {
        String known = PROPERTIES.get(element);
        if (known != null) {
            return known;
        }
        String cached = SPLIT.get(element);
        if (cached != null) {
            return cached;
        }
        String words = split(element).intern();
        if (SPLIT.size() < MOST_CACHED) {
            SPLIT.put(element, words);
        }
        return words;
    }

    private static String split(String element) {
        String split = element.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replaceAll("(?<=[A-Z])(?=[A-Z][a-z])", " ");
        return split.toLowerCase(Locale.ROOT).replaceFirst("^is ", "");
    }

    /** A value as people read it. */
    static String value(String element, String text) {
        if (SWITCHES.contains(element)) {
            return text.equals("1") ? "on" : "off";
        }
        boolean yesNo = element.matches("(Is|Can|Has|Valid|Enable|Auto|Change)[A-Z].*") && text.matches("[01]");
        return yesNo ? (text.equals("1") ? "yes" : "no") : text;
    }

    static String columnType(String code) {
        return COLUMN_TYPES.getOrDefault(code.toLowerCase(Locale.ROOT), code);
    }

    /** A count and its noun: one field, 2 fields, 3 security roles. */
    static String count(int number, String noun) {
        return number + " " + (number == 1 ? noun : plural(noun));
    }

    static String plural(String noun) {
        if (noun.endsWith("y") && !noun.matches(".*[aeiou]y")) {
            return noun.substring(0, noun.length() - 1) + "ies";
        }
        return noun + (noun.endsWith("s") || noun.endsWith("x") ? "es" : "s");
    }
}
