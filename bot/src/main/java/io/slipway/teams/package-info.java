/** Microsoft Teams: what arrives is checked and understood, what leaves is sent. */
@NullMarked
package io.slipway.teams;

import org.jspecify.annotations.NullMarked;
