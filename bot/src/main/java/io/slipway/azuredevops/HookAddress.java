package io.slipway.azuredevops;

import io.slipway.alm.Project;
import io.slipway.http.Address;
import java.net.URI;

/**
 * The address that service hooks call. It names the project, because the bodies of approval events do not, and those of
 * others know it by an id only.
 */
final class HookAddress {

    static final String PATH = "/api/hooks/azuredevops";
    static final String PROJECT = "project";

    private HookAddress() {}

    static URI of(URI callback, Project project) {
        URI named = Address.of(project.organization()).path(project.name()).uri();
        return Address.of(callback)
                .path("api", "hooks", "azuredevops")
                .query(PROJECT, named)
                .uri();
    }
}
