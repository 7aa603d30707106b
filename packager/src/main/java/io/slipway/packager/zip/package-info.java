/** Solution archives: looked at with suspicion, read by channel, written so that the same content gives the same bytes. */
@NullMarked
package io.slipway.packager.zip;

import org.jspecify.annotations.NullMarked;
