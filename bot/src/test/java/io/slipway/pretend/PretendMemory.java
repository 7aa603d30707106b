package io.slipway.pretend;

import io.slipway.ports.Ledger;
import io.slipway.ports.Postings;
import io.slipway.ports.Received;
import io.slipway.ports.Room;
import io.slipway.ports.Shelf;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Slipway remembers, in memory: it survives a pretended kill. */
public final class PretendMemory implements Postings, Ledger, Received, Shelf {

    private final Map<String, Posting> postings = new LinkedHashMap<>();
    private final List<Entry> ledger = new ArrayList<>();
    private final Set<String> received = new HashSet<>();
    private final Map<String, String> parked = new HashMap<>();

    @Override
    public Optional<Posting> of(String thing) {
        return Optional.ofNullable(postings.get(thing));
    }

    @Override
    public List<Posting> newestIn(String place, int most) {
        return new ArrayList<>(postings.values())
                .reversed().stream()
                        .filter(posting -> posting.room().place().equals(place))
                        .limit(most)
                        .toList();
    }

    @Override
    public void intend(String thing, Room room) {
        postings.put(thing, new Posting(thing, room, Optional.empty(), ""));
    }

    @Override
    public void shown(String thing, String activity, String fingerprint) {
        postings.computeIfPresent(
                thing, (key, old) -> new Posting(thing, old.room(), Optional.of(activity), fingerprint));
    }

    @Override
    public void forget(String thing) {
        postings.remove(thing);
    }

    @Override
    public void write(Entry entry) {
        ledger.add(entry);
    }

    @Override
    public List<Entry> about(String subject, int most) {
        return ledger.reversed().stream()
                .filter(entry ->
                        List.of(entry.subject(), entry.person(), entry.key()).contains(subject))
                .limit(most)
                .toList();
    }

    /** All lines of the audit, oldest first. */
    public List<Entry> ledger() {
        return ledger;
    }

    @Override
    public boolean first(String id, String body) {
        return received.add(id);
    }

    @Override
    public void handled(String id) {}

    @Override
    public List<Unhandled> unhandled(Instant before) {
        return List.of();
    }

    @Override
    public void forget(Instant before) {}

    @Override
    public void park(String person, String place, String body) {
        parked.put(person, body);
    }

    @Override
    public List<String> unpark(String person) {
        return Optional.ofNullable(parked.remove(person)).stream().toList();
    }

    @Override
    public List<String> unanswered(Instant before) {
        return List.of();
    }

    @Override
    public void answered(String person, String place) {}
}
