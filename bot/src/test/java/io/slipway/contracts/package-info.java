/** The published specifications of the services, for tests that hold our requests against them. */
@NullMarked
package io.slipway.contracts;

import org.jspecify.annotations.NullMarked;
