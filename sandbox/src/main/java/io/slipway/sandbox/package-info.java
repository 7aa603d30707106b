/** Imitation clouds on one machine, so that the whole story runs without an account. */
@NullMarked
package io.slipway.sandbox;

import org.jspecify.annotations.NullMarked;
