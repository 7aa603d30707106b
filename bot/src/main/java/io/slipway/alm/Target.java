package io.slipway.alm;

import java.net.URI;

/**
 * An environment that solutions go to.
 *
 * @param name what people type, such as {@code prod}
 * @param title what cards show, such as {@code Production}
 * @param environment address of the Dataverse environment, without a slash at its end
 * @param stage name of the stage of the deploy pipeline that imports into it
 */
public record Target(String name, String title, URI environment, String stage) {}
