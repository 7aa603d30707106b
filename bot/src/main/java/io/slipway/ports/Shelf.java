package io.slipway.ports;

import java.time.Instant;
import java.util.List;

/** Out: what people asked for before they signed in, kept until it is answered. */
public interface Shelf {

    /** Keeps what a person asked for while they sign in, one thing for a person in a room; the last one counts. */
    void park(String person, String place, String body);

    /** Takes what was parked, once. It is kept until it is answered, as a kill may come between. */
    List<String> unpark(String person);

    /** Takes again what was taken before the given time and never answered. */
    List<String> unanswered(Instant before);

    /** What was taken for this person in this room is answered: it is forgotten. */
    void answered(String person, String place);
}
