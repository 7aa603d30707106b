/** Tests of inventories and differences. */
@NullMarked
package io.slipway.packager.inventory;

import org.jspecify.annotations.NullMarked;
