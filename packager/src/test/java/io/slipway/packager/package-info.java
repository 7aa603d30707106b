/** Tests of the packager. */
@NullMarked
package io.slipway.packager;

import org.jspecify.annotations.NullMarked;
