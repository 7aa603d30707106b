package io.slipway.monitor;

import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.monitor.opentelemetry.autoconfigure.AzureMonitorAutoConfigure;
import com.azure.monitor.opentelemetry.autoconfigure.AzureMonitorAutoConfigureOptions;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import okhttp3.OkHttpClient;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MonitorConfiguration {

    /** Sends to Application Insights over our own client, and to nobody else: the exporter's own statistics stay here. */
    @Bean
    @ConditionalOnProperty(name = "otel.sdk.disabled", havingValue = "false")
    AutoConfigurationCustomizerProvider azureMonitor(
            OkHttpClient client, @Value("${" + MonitorSwitch.CONNECTION + "}") String connection) {
        OkHttpClient only =
                client.newBuilder().addInterceptor(new OnlyTo(connection)).build();
        AzureMonitorAutoConfigureOptions options = new AzureMonitorAutoConfigureOptions()
                .connectionString(connection)
                .httpClient(new OkHttpAsyncHttpClientBuilder(only).build());
        return sdk -> {
            sdk.addTracerProviderCustomizer((traces, settings) -> traces.addSpanProcessor(new IdsOnSpans()));
            AzureMonitorAutoConfigure.customize(sdk, options);
        };
    }
}
