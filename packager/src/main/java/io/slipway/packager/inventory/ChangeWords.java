package io.slipway.packager.inventory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What changed inside one component, as phrases. */
final class ChangeWords {

    private static final int SHORT = 60;
    private static final int NAMES = 5;
    private static final Set<String> LABELLED = Set.of("option", "field", "column");
    private static final Set<String> BY_TYPE = Set.of(Kinds.FORM, Kinds.APP, Kinds.SITE_MAP);
    private static final String ORDER = "columns in order";
    private static final Set<String> NEVER_SHOWN =
            Set.of("file", "definition", "screens and formulas", "value in the solution");

    private final Component before;
    private final Component after;
    private final boolean sameType;
    private final List<String> parts = new ArrayList<>();

    private ChangeWords(Component before, Component after, boolean sameType) {
        this.before = before;
        this.after = after;
        this.sameType = sameType;
    }

    /**
     * Phrases; empty when the two are the same. Between an unmanaged and a managed export the platform itself changes
     * details of forms and apps, so what has no words is not told then.
     */
    static List<String> of(Component before, Component after, boolean sameType) {
        return new ChangeWords(before, after, sameType).tell();
    }

    private List<String> tell() {
        Set<String> groups = new TreeSet<>();
        Set<String> properties = new TreeSet<>();
        for (Component component : List.of(before, after)) {
            component.facts().keySet().stream()
                    .filter(key -> !Fact.isHidden(key))
                    .forEach(key -> {
                        if (Fact.group(key).isEmpty()) {
                            properties.add(key);
                        } else {
                            groups.add(Fact.group(key));
                        }
                    });
        }
        properties.forEach(this::property);
        groups.forEach(this::group);
        if (parts.stream().anyMatch(part -> part.matches("\\d+ columns? .*"))) {
            parts.remove(ORDER + " changed");
        }
        boolean differs = !before.fact(Fact.CONTENT).equals(after.fact(Fact.CONTENT));
        if (parts.isEmpty() && differs && isWorthTelling()) {
            parts.add("settings changed");
        }
        return parts;
    }

    /** A table's file holds its columns, which speak for themselves. */
    private boolean isWorthTelling() {
        return !after.kind().equals(Kinds.TABLE) && (sameType || !BY_TYPE.contains(after.kind()));
    }

    private void property(String key) {
        String old = before.fact(key);
        String now = after.fact(key);
        if (old.equals(now)) {
            return;
        }
        if (key.equals("file") && !before.lines().isEmpty() && !after.lines().isEmpty()) {
            LineDiff diff = LineDiff.of(before.lines(), after.lines());
            parts.add(Words.count(diff.added(), "line") + " added, " + diff.removed() + " removed");
        } else if (key.equals("data type")) {
            parts.add(old + " to " + now);
        } else if (key.equals("default")
                || key.equals(ORDER)
                || NEVER_SHOWN.contains(key)
                || isLong(old)
                || isLong(now)) {
            parts.add(key + (old.isEmpty() ? " added" : now.isEmpty() ? " removed" : " changed"));
        } else if (old.isEmpty() || now.isEmpty()) {
            parts.add(key + (old.isEmpty() ? " set to " + now : " “" + old + "” removed"));
        } else {
            parts.add(key + " " + old + " to " + now);
        }
    }

    private void group(String group) {
        Map<String, String> old = before.group(group);
        Map<String, String> now = after.group(group);
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        now.forEach((name, value) -> {
            if (!old.containsKey(name)) {
                added.add(shown(group, name, value));
            } else if (!Objects.equals(old.get(name), value) && !isBlankLabel(group, old.get(name), value)) {
                changed.add(changedMember(group, name, old.get(name), value));
            }
        });
        new TreeMap<>(old).forEach((name, value) -> {
            if (!now.containsKey(name)) {
                removed.add(shown(group, name, value));
            }
        });
        say(group, added, "added");
        say(group, changed, "changed");
        say(group, removed, "removed");
    }

    /** A managed export leaves out labels that are the column's own; a column's own label is told with the column. */
    private static boolean isBlankLabel(String group, String old, String now) {
        return group.equals("column") || group.equals("field") && (old.isEmpty() || now.isEmpty());
    }

    private static String shown(String group, String name, String value) {
        return LABELLED.contains(group) && !value.isEmpty() ? value : name;
    }

    private static String changedMember(String group, String name, String old, String now) {
        return switch (group) {
            case "option", "field" -> old + " is now " + now;
            case "privilege" -> name + " from " + old + " to " + now;
            default -> name;
        };
    }

    private void say(String group, List<String> names, String verb) {
        if (names.isEmpty()) {
            return;
        }
        if (group.equals("trigger") && verb.equals("changed")) {
            parts.add("trigger changed");
            return;
        }
        String list = String.join(", ", names.subList(0, Math.min(NAMES, names.size())));
        String more = names.size() > NAMES ? " and " + (names.size() - NAMES) + " more" : "";
        parts.add(Words.count(names.size(), group) + " " + verb + " (" + list + more + ")");
    }

    private static boolean isLong(String value) {
        return value.length() > SHORT || value.indexOf('\n') >= 0;
    }
}
