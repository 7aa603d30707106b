package io.slipway.teams;

import io.slipway.ports.Received;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What has arrived, in memory. */
final class MemoryReceived implements Received {

    final Map<String, String> arrived = new ConcurrentHashMap<>();
    final Set<String> handled = ConcurrentHashMap.newKeySet();

    @Override
    public boolean first(String id, String body) {
        if (body.isEmpty()) {
            handled.add(id);
        }
        return arrived.putIfAbsent(id, body) == null;
    }

    @Override
    public void handled(String id) {
        handled.add(id);
    }

    @Override
    public List<Unhandled> unhandled(Instant before) {
        return arrived.entrySet().stream()
                .filter(entry -> !handled.contains(entry.getKey()))
                .map(entry -> new Unhandled(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public void forget(Instant before) {
        arrived.keySet().removeAll(handled);
    }
}
