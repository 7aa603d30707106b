/** Tests of the command line. */
@NullMarked
package io.slipway.packager.cli;

import org.jspecify.annotations.NullMarked;
