package io.slipway.monitor;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Turns telemetry on when there is somewhere to send it, and off altogether otherwise. It has to do so before the
 * OpenTelemetry starter looks, which would send to a collector on this machine by default.
 */
public final class MonitorSwitch implements EnvironmentPostProcessor {

    static final String CONNECTION = "slipway.monitor.connection-string";
    private static final String USUAL_NAME = "APPLICATIONINSIGHTS_CONNECTION_STRING";
    private static final String EXPORTER = "azure_monitor";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String connection = environment.getProperty(CONNECTION, environment.getProperty(USUAL_NAME, ""));
        Map<String, Object> settings = new HashMap<>();
        settings.put(CONNECTION, connection);
        settings.put("otel.sdk.disabled", connection.isBlank());
        for (String signal : new String[] {"traces", "metrics", "logs"}) {
            settings.put("otel." + signal + ".exporter", connection.isBlank() ? "none" : EXPORTER);
        }
        settings.put("otel.service.name", "slipway");
        settings.put("otel.instrumentation.logback-appender.experimental.mdc-attributes.included", IdsOnSpans.NAMES);
        // The engine asks the database every few seconds; nobody wants to pay for that.
        settings.put("otel.instrumentation.jdbc.enabled", false);
        environment.getPropertySources().addFirst(new MapPropertySource("slipway.monitor", settings));
    }
}
