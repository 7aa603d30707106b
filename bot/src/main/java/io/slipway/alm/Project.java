package io.slipway.alm;

import java.net.URI;

/**
 * A project of Azure DevOps.
 *
 * @param organization address of the organization, without a slash at its end, such as {@code https://dev.azure.com/contoso}
 * @param name name of the project in it
 */
public record Project(URI organization, String name) {}
