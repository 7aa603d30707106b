/** The command line: words to the library, results to text or JSON, refusals to exit codes. */
@NullMarked
package io.slipway.packager.cli;

import org.jspecify.annotations.NullMarked;
