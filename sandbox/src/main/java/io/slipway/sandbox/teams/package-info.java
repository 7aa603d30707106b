/** Imitates Teams: the Bot Connector and a chat page. */
@NullMarked
package io.slipway.sandbox.teams;

import org.jspecify.annotations.NullMarked;
