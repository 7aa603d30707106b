/** Binding a channel to a project. */
@NullMarked
package io.slipway.onboarding;

import org.jspecify.annotations.NullMarked;
