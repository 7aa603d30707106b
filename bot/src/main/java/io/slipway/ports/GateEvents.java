package io.slipway.ports;

import io.slipway.alm.RunRef;

/** In: a hint that a gate of a run opened, closed or waits. */
public interface GateEvents {

    /** Returns in milliseconds; may be called any number of times for one change. */
    void mayHaveChanged(RunRef run, String gate);
}
