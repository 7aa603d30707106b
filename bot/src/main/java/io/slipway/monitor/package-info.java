/** Slipway's own telemetry, sent to Azure Monitor when somebody wants it. */
@NullMarked
package io.slipway.monitor;

import org.jspecify.annotations.NullMarked;
