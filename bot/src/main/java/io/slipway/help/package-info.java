/** What this person may do here. */
@NullMarked
package io.slipway.help;

import org.jspecify.annotations.NullMarked;
