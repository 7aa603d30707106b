/** Reads pipelines in YAML: the part of the language that the reference pipelines use, everything else is refused. */
@NullMarked
package io.slipway.sandbox.azuredevops.yaml;

import org.jspecify.annotations.NullMarked;
