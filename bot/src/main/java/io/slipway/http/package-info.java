/** The one HTTP client that all porches start from: time-outs, retries, Retry-After, redaction. */
@NullMarked
package io.slipway.http;

import org.jspecify.annotations.NullMarked;
