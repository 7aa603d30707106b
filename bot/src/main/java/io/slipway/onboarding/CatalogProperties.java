package io.slipway.onboarding;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the catalog is.
 *
 * @param catalog the file with solutions and targets
 */
@ConfigurationProperties("slipway")
record CatalogProperties(@DefaultValue("catalog.yml") Path catalog) {}
