package io.slipway.packager.inventory;

import io.slipway.packager.inventory.Change.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells what comes with a table, or with a lookup column, together with it, so that a reader is not flooded. */
final class Folding {

    private final Map<String, Change> tables;
    private final Map<String, Change> columns;

    private Folding(List<Change> changes) {
        tables = changes.stream()
                .filter(change -> change.component().kind().equals(Kinds.TABLE) && change.kind() != Kind.CHANGED)
                .collect(Collectors.toMap(
                        change -> key(change.kind(), change.component().schemaName()), change -> change));
        columns = changes.stream()
                .filter(change -> change.component().kind().equals(Kinds.COLUMN) && change.kind() != Kind.CHANGED)
                .collect(Collectors.toMap(
                        change -> key(
                                change.kind(),
                                table(change) + "." + change.component().schemaName()),
                        change -> change,
                        (one, other) -> one));
    }

    static List<Change> of(List<Change> changes) {
        return new Folding(changes).fold(changes);
    }

    private List<Change> fold(List<Change> changes) {
        Map<Change, Map<String, Integer>> counts = new LinkedHashMap<>();
        List<Change> kept = new ArrayList<>();
        for (Change change : changes) {
            Optional<Change> owner = owner(change);
            if (owner.isPresent()) {
                counts.computeIfAbsent(owner.get(), key -> new LinkedHashMap<>())
                        .merge(change.component().kind(), 1, Integer::sum);
            } else {
                kept.add(change);
            }
        }
        kept.replaceAll(change -> counts.containsKey(change) ? with(change, counts.get(change)) : change);
        return kept;
    }

    private Optional<Change> owner(Change change) {
        Component component = change.component();
        if (component.kind().equals(Kinds.TABLE) || change.kind() == Kind.CHANGED) {
            return Optional.empty();
        }
        boolean relationship = component.kind().equals(Kinds.RELATIONSHIP);
        String table = relationship ? component.fact("#from") : table(change);
        Change owner = tables.get(key(change.kind(), table));
        if (owner == null && relationship) {
            owner = columns.get(key(change.kind(), table + "." + component.fact("#column")));
        }
        return Optional.ofNullable(owner);
    }

    private static Change with(Change change, Map<String, Integer> counts) {
        if (!change.component().kind().equals(Kinds.TABLE)) {
            return change;
        }
        List<String> parts = counts.entrySet().stream()
                .map(count -> Words.count(count.getValue(), count.getKey()))
                .toList();
        return new Change(change.kind(), change.component(), parts, change.loss());
    }

    private static String table(Change change) {
        return change.component().fact(Fact.TABLE);
    }

    private static String key(Kind kind, String name) {
        return kind + "|" + name.toLowerCase(Locale.ROOT);
    }
}
