/** What is where, and who holds it. */
@NullMarked
package io.slipway.governance;

import org.jspecify.annotations.NullMarked;
