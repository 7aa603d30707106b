/** Imitates Dataverse: one server for each environment. */
@NullMarked
package io.slipway.sandbox.dataverse;

import org.jspecify.annotations.NullMarked;
