package io.slipway.jobs;

import java.time.Duration;

/**
 * Work that comes back after a fixed time, on one replica at once: a look for what was missed, a clean-up.
 *
 * @param name unique in the service
 * @param every time from the end of one run to the beginning of the next
 */
public record Recurring(String name, Duration every, Runnable work) {}
