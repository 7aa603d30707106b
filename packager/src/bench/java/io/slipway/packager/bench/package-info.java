/** Measurements of the packager: generated solutions, in process and as a whole process. */
@NullMarked
package io.slipway.packager.bench;

import org.jspecify.annotations.NullMarked;
