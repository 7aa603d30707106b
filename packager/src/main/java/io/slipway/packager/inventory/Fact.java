package io.slipway.packager.inventory;

/**
 * How facts about components are keyed: a plain key is a property ("data type"), a key with a group is a member of it
 * ("field|amount" is the field amount of a form), and a few keys mean something special.
 */
public final class Fact {

    /** The schema name of the table that a component belongs to; no change of it is told. */
    static final String TABLE = "#table";

    /** A hash over everything in the component, so that no change goes unseen. */
    static final String CONTENT = "#content";

    private static final char SEPARATOR = '|';

    private Fact() {}

    static String member(String group, String name) {
        return group + SEPARATOR + name;
    }

    /** The group of a key; empty for a property. */
    public static String group(String key) {
        int at = key.indexOf(SEPARATOR);
        return at < 0 ? "" : key.substring(0, at);
    }

    /** The name of a member, or the key itself. */
    public static String name(String key) {
        return key.substring(key.indexOf(SEPARATOR) + 1);
    }

    static boolean isHidden(String key) {
        return key.startsWith("#");
    }
}
