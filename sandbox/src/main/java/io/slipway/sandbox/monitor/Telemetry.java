package io.slipway.sandbox.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;

/** The telemetry that arrived, the newest items only, by the table in which a query finds them. */
final class Telemetry {

    private static final int MOST = 20_000;
    private static final Map<String, String> TABLES = Map.of(
            "RequestData", "requests",
            "RemoteDependencyData", "dependencies",
            "ExceptionData", "exceptions",
            "MessageData", "traces",
            "EventData", "customEvents",
            "MetricData", "customMetrics",
            "PageViewData", "pageViews",
            "AvailabilityData", "availabilityResults");

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Item> items = new ArrayList<>();

    /** One item, as it was sent. */
    record Item(String table, Instant arrived, JsonNode envelope) {}

    /** Keeps an envelope; empty text when it is good, or why it is not. */
    String accept(JsonNode envelope, Instant now) {
        if (envelope.path("iKey").asString("").isEmpty()) {
            return "Invalid instrumentation key";
        }
        String table = TABLES.get(envelope.path("data").path("baseType").asString(""));
        if (table == null) {
            return "109: Field 'data.baseType' is unknown";
        }
        lock.lock();
        try {
            if (items.size() >= MOST) {
                items.subList(0, MOST / 10).clear();
            }
            items.add(new Item(table, now, envelope));
            return "";
        } finally {
            lock.unlock();
        }
    }

    boolean isTable(String name) {
        return TABLES.containsValue(name);
    }

    List<Item> of(String table) {
        lock.lock();
        try {
            return items.stream().filter(item -> item.table().equals(table)).toList();
        } finally {
            lock.unlock();
        }
    }
}
