/** Imitates Azure Monitor: takes telemetry in, and answers what little is asked so far. */
@NullMarked
package io.slipway.sandbox.monitor;

import org.jspecify.annotations.NullMarked;
