/** Imitates Microsoft Entra ID: keys, tokens, sign-in. */
@NullMarked
package io.slipway.sandbox.entra;

import org.jspecify.annotations.NullMarked;
