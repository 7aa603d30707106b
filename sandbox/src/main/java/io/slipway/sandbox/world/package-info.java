/** Who and what exists in the imitated clouds, and what time it is there. */
@NullMarked
package io.slipway.sandbox.world;

import org.jspecify.annotations.NullMarked;
