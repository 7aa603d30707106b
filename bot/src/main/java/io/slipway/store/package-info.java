/** What Slipway remembers, in one database. */
@NullMarked
package io.slipway.store;

import org.jspecify.annotations.NullMarked;
