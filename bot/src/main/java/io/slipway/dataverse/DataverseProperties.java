package io.slipway.dataverse;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Slipway talks to Dataverse.
 *
 * @param api version of the Web API
 */
@ConfigurationProperties("slipway.dataverse")
record DataverseProperties(@DefaultValue("v9.2") String api) {}
