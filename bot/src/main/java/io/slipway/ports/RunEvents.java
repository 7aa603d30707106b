package io.slipway.ports;

import io.slipway.alm.RunRef;

/** In: a hint that a run may have changed. A hint is not the truth: whoever hears it reads the run again. */
public interface RunEvents {

    /** Returns in milliseconds; may be called any number of times for one change. */
    void mayHaveChanged(RunRef run);
}
