/** Starts, follows and shows a pipeline run. */
@NullMarked
package io.slipway.runs;

import org.jspecify.annotations.NullMarked;
