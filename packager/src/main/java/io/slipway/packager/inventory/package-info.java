/** What a solution contains, in the words of the Power Platform, and what changed between two of them. */
@NullMarked
package io.slipway.packager.inventory;

import org.jspecify.annotations.NullMarked;
