/** Words to command, click to action, problem to card. */
@NullMarked
package io.slipway.chat;

import org.jspecify.annotations.NullMarked;
