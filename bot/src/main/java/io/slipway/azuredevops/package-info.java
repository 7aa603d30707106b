/** Azure Pipelines, approvals and service hooks over REST. */
@NullMarked
package io.slipway.azuredevops;

import org.jspecify.annotations.NullMarked;
