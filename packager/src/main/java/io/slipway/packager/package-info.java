/** Solution zip to source tree and back, and what changed between two trees. */
@NullMarked
package io.slipway.packager;

import org.jspecify.annotations.NullMarked;
