/** XML in the one form that the solution source layout knows: read by pulling, written as the platform's tools write it. */
@NullMarked
package io.slipway.packager.xml;

import org.jspecify.annotations.NullMarked;
