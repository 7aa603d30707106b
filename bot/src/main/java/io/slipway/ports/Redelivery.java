package io.slipway.ports;

import java.time.Instant;

/** In: takes up again what arrived and was never handled to its end, because a kill came between. */
public interface Redelivery {

    /** Handles anew what arrived before the given time. Handling is once in effect, so too often is harmless. */
    void redeliver(Instant arrivedBefore);
}
