/** The nouns of application lifecycle management as records and sealed interfaces; nothing but the JDK. */
@NullMarked
package io.slipway.alm;

import org.jspecify.annotations.NullMarked;
