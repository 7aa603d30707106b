/** One small interface for each need of the outside world; who implements it is nobody's business here. */
@NullMarked
package io.slipway.ports;

import org.jspecify.annotations.NullMarked;
