package io.slipway.packager.inventory;

import java.util.List;

/**
 * What became of one component between two versions.
 *
 * @param kind added, changed or removed
 * @param component the newer state, or for a removed one the last
 * @param parts what changed in it, each a phrase in words; empty for most additions and removals
 * @param loss what an upgrade deletes or cuts because of it; empty when nothing is lost
 */
public record Change(Kind kind, Component component, List<String> parts, String loss) {

    /** What became of it. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    public Change {
        parts = List.copyOf(parts);
    }

    /** Whether data goes when this is imported as an upgrade. */
    public boolean losesData() {
        return !loss.isEmpty();
    }

    /** The component by kind and name, the name in Markdown's emphasis: "column *Amount* of *Expense*". */
    public String subject() {
        String owner = component.parent().isEmpty() ? "" : " of *" + component.parent() + "*";
        return component.kind() + " *" + component.displayName() + "*" + owner;
    }

    /** The whole change as one line without a full stop. */
    public String sentence() {
        String what = switch (kind) {
            case ADDED -> subject() + " added" + (parts.isEmpty() ? "" : " with " + String.join(", ", parts));
            case REMOVED -> subject() + " removed" + (parts.isEmpty() ? "" : " with " + String.join(", ", parts));
            case CHANGED -> subject() + ": " + String.join("; ", parts);
        };
        return losesData() ? what + " (loses data: " + loss + ")" : what;
    }
}
