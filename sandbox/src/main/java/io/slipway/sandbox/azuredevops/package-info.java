/** Imitates Azure DevOps: Git, pipelines, approvals, service hooks. */
@NullMarked
package io.slipway.sandbox.azuredevops;

import org.jspecify.annotations.NullMarked;
