/** Microsoft Entra ID: tokens of the service and of people. */
@NullMarked
package io.slipway.entra;

import org.jspecify.annotations.NullMarked;
