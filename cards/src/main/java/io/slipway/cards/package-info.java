/** What people see: templates of Adaptive Cards, one record for each, and what fills them. */
@NullMarked
package io.slipway.cards;

import org.jspecify.annotations.NullMarked;
