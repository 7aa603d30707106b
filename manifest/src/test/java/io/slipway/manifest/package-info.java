/** Holds the Teams app package against Teams' schemas and against the bot. */
@NullMarked
package io.slipway.manifest;

import org.jspecify.annotations.NullMarked;
