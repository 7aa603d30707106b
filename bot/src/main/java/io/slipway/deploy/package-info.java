/** Deploying a solution to a target. */
@NullMarked
package io.slipway.deploy;

import org.jspecify.annotations.NullMarked;
