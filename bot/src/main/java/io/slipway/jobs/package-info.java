/** Durable steps that survive a kill; the only package that knows db-scheduler. */
@NullMarked
package io.slipway.jobs;

import org.jspecify.annotations.NullMarked;
