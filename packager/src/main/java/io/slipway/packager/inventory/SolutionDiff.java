package io.slipway.packager.inventory;

import io.slipway.packager.inventory.Change.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What changed between two versions of a solution, for somebody who knows Power Apps and not XML.
 *
 * @param from the older version's number
 * @param to the newer version's number
 * @param changes removals first, then changes, then additions
 */
public record SolutionDiff(String from, String to, List<Change> changes) {

    public SolutionDiff {
        changes = List.copyOf(changes);
    }

    /** Compares; what belongs to an added or removed table is told with the table. */
    public static SolutionDiff between(Inventory before, Inventory after) {
        Map<String, Component> old = byKey(before);
        Map<String, Component> now = byKey(after);
        boolean sameType = before.manifest().managed() == after.manifest().managed();
        List<Change> changes = new ArrayList<>();
        now.forEach((key, component) -> {
            Component earlier = old.get(key);
            if (earlier == null) {
                changes.add(new Change(Kind.ADDED, component, List.of(), ""));
            } else {
                List<String> parts = ChangeWords.of(earlier, component, sameType);
                if (!parts.isEmpty()) {
                    changes.add(new Change(Kind.CHANGED, component, parts, Losses.ofChange(earlier, component)));
                }
            }
        });
        old.forEach((key, component) -> {
            if (!now.containsKey(key)) {
                changes.add(new Change(Kind.REMOVED, component, List.of(), Losses.ofRemoval(component)));
            }
        });
        List<Change> folded = Folding.of(changes);
        folded.sort(Comparator.comparing((Change change) -> order(change.kind()))
                .thenComparing(change -> Kinds.rank(change.component().kind())));
        return new SolutionDiff(before.manifest().version(), after.manifest().version(), folded);
    }

    /** Changes of one kind. */
    public List<Change> of(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }

    /** "3 added, 12 changed, 1 removed", or "nothing changed". */
    public String summary() {
        if (changes.isEmpty()) {
            return "nothing changed";
        }
        return of(Kind.ADDED).size() + " added, " + of(Kind.CHANGED).size() + " changed, "
                + of(Kind.REMOVED).size() + " removed";
    }

    /** Whether an upgrade by this difference deletes data. */
    public boolean losesData() {
        return changes.stream().anyMatch(Change::losesData);
    }

    /** All of it as text, one change a line. */
    public String text() {
        StringBuilder text = new StringBuilder(from + " to " + to + ": " + summary());
        for (Kind kind : List.of(Kind.REMOVED, Kind.CHANGED, Kind.ADDED)) {
            for (Change change : of(kind)) {
                text.append('\n')
                        .append(mark(kind))
                        .append(change.losesData() ? " ! " : "   ")
                        .append(change.sentence());
            }
        }
        return text.toString();
    }

    private static String mark(Kind kind) {
        return switch (kind) {
            case ADDED -> "+";
            case CHANGED -> "~";
            case REMOVED -> "-";
        };
    }

    private static int order(Kind kind) {
        return switch (kind) {
            case REMOVED -> 0;
            case CHANGED -> 1;
            case ADDED -> 2;
        };
    }

    private static Map<String, Component> byKey(Inventory inventory) {
        Map<String, Component> map = new LinkedHashMap<>();
        for (Component component : inventory.components()) {
            map.put(component.key(), component);
        }
        return map;
    }

    /** How many changes there are of each kind of component, for a card's first line. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        changes.forEach(change -> counts.merge(change.component().kind(), 1, Integer::sum));
        return counts;
    }
}
