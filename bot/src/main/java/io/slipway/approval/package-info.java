/** Deciding the gates of a run. */
@NullMarked
package io.slipway.approval;

import org.jspecify.annotations.NullMarked;
