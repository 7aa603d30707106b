/** Measures the bot from outside: {@code script/bench}. No part of the usual tests. */
@NullMarked
package io.slipway.bench;

import org.jspecify.annotations.NullMarked;
