/** The HTTP server that each imitated cloud starts from. */
@NullMarked
package io.slipway.sandbox.http;

import org.jspecify.annotations.NullMarked;
