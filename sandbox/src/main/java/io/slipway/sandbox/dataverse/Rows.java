package io.slipway.sandbox.dataverse;

import io.slipway.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the tables of an environment hold, kept in a file so that a restart of the sandbox finds it again. */
final class Rows {

    private final Path file;
    private final Supplier<Instant> now;
    private final Map<String, Map<String, Map<String, @Nullable Object>>> sets = new LinkedHashMap<>();
    private long version = 1_000_000;

    Rows(Path file, Supplier<Instant> now) {
        this.file = file;
        this.now = now;
        load();
    }

    boolean isEmpty() {
        return sets.isEmpty();
    }

    List<Map<String, @Nullable Object>> all(String set) {
        return new ArrayList<>(sets.getOrDefault(set, Map.of()).values());
    }

    Optional<Map<String, @Nullable Object>> find(String set, String id) {
        return Optional.ofNullable(sets.getOrDefault(set, Map.of()).get(id.toLowerCase(Locale.ROOT)));
    }

    Optional<Map<String, @Nullable Object>> first(String set, String column, String value) {
        return all(set).stream()
                .filter(row -> value.equalsIgnoreCase(String.valueOf(row.get(column))))
                .findFirst();
    }

    /** Adds a row, or changes the one that has this id; gives its id. */
    String put(String set, Map<String, ? extends @Nullable Object> values) {
        Table table = Tables.of(set);
        String id = String.valueOf(
                        values.containsKey(table.id())
                                ? values.get(table.id())
                                : UUID.randomUUID().toString())
                .toLowerCase(Locale.ROOT);
        Map<String, @Nullable Object> row =
                sets.computeIfAbsent(set, s -> new LinkedHashMap<>()).computeIfAbsent(id, key -> fresh(table, key));
        row.putAll(values);
        row.put(table.id(), id);
        row.put("modifiedon", time(now.get()));
        row.put("versionnumber", ++version);
        return id;
    }

    void remove(String set, String id) {
        sets.getOrDefault(set, new LinkedHashMap<>()).remove(id);
    }

    /** Writes everything down, whole or not at all. */
    void save() {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.writeString(next, Json.write(sets));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep " + file, e);
        }
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Map<String, @Nullable Object> fresh(Table table, String id) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(table.id(), id);
        row.put("createdon", time(now.get()));
        return row;
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            JsonNode stored = Json.read(Files.readString(file));
            stored.properties()
                    .forEach(set -> set.getValue().properties().forEach(row -> {
                        @SuppressWarnings("unchecked")
                        Map<String, @Nullable Object> values = Json.as(row.getValue(), LinkedHashMap.class);
                        sets.computeIfAbsent(set.getKey(), s -> new LinkedHashMap<>())
                                .put(row.getKey(), values);
                        version = Math.max(
                                version, row.getValue().path("versionnumber").asLong());
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
