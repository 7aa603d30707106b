/** The outside world and the engine in memory, for tests of rules. */
@NullMarked
package io.slipway.pretend;

import org.jspecify.annotations.NullMarked;
