/** Dataverse environments over the Web API. */
@NullMarked
package io.slipway.dataverse;

import org.jspecify.annotations.NullMarked;
