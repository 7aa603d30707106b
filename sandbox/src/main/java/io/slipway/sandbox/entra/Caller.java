package io.slipway.sandbox.entra;

import java.util.Set;

/**
 * Whoever presented a good token.
 *
 * @param objectId of the person or of the service principal
 * @param name display name
 * @param service true for an application that acts for itself
 * @param scopes delegated scopes or application roles in the token
 */
public record Caller(String objectId, String name, boolean service, Set<String> scopes) {}
