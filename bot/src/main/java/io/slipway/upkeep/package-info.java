/** Chores that nobody asks for: what was cut off is taken up again, what is old is forgotten. */
@NullMarked
package io.slipway.upkeep;

import org.jspecify.annotations.NullMarked;
