package io.slipway.azuredevops;

import org.jspecify.annotations.Nullable;

/** Somebody, or a group, as Azure DevOps refers to them: the id is its own, not Entra's. */
record IdentityRef(
        @Nullable String id,
        @Nullable String displayName,
        @Nullable String uniqueName,
        @Nullable String descriptor) {

    String name() {
        if (displayName != null) {
            return displayName;
        }
        return uniqueName == null ? "" : uniqueName;
    }
}
