package io.slipway.sandbox;

import io.slipway.sandbox.world.SandboxClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the clock catch up; what goes wrong in one thing that was planned must not stop the time. */
record Ticking(SandboxClock clock) implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Ticking.class);

    @Override
    public void run() {
        try {
            clock.catchUp();
        } catch (RuntimeException e) {
            LOG.error("Something that was planned for now failed", e);
        }
    }
}
