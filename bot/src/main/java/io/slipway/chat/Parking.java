package io.slipway.chat;

import io.slipway.ports.Message;
import io.slipway.ports.Shelf;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what somebody typed while they sign in. */
final class Parking {

    /** Who signs in later than that, perhaps for something else, does not expect it to be done any more. */
    private static final Duration MEANT = Duration.ofMinutes(15);

    private final Shelf shelf;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    Parking(Shelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Something typed, and when it was parked. */
    record Parked(Message message, Instant since) {}

    void park(Message message) {
        Parked parked = new Parked(message, clock.instant());
        shelf.park(message.from().id(), message.room().place(), json.writeValueAsString(parked));
    }

    /** What this person had typed, once. */
    List<Parked> unpark(String person) {
        return read(shelf.unpark(person));
    }

    /** What was taken before the given time, but not answered. */
    List<Parked> unanswered(Instant before) {
        return read(shelf.unanswered(before));
    }

    private List<Parked> read(List<String> bodies) {
        return bodies.stream().map(body -> json.readValue(body, Parked.class)).toList();
    }

    /** Whether it was typed a short while ago. */
    boolean stillMeant(Parked parked) {
        return clock.instant().isBefore(parked.since().plus(MEANT));
    }
}
