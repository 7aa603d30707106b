package io.slipway.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

class MonitorTest {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration"
            })
    @Import(MonitorConfiguration.class)
    static class Service {
        @Bean
        OkHttpClient okHttpClient() {
            return new OkHttpClient();
        }
    }

    @Test
    void nothing_is_sent_when_nobody_asked_for_it() {
        try (ConfigurableApplicationContext service = start("")) {
            Span span = service.getBean(OpenTelemetry.class)
                    .getTracer("test")
                    .spanBuilder("deploy")
                    .startSpan();

            assertThat(span.getSpanContext().isValid()).isFalse();
            span.end();
        }
    }

    @Test
    void what_happens_is_sent_to_application_insights() throws Exception {
        try (MockWebServer insights = new MockWebServer()) {
            insights.start();
            for (int i = 0; i < 50; i++) {
                insights.enqueue(new MockResponse.Builder()
                        .body("{\"itemsReceived\":1,\"itemsAccepted\":1,\"errors\":[]}")
                        .build());
            }
            String connection = "InstrumentationKey=00000000-0000-0000-0000-0000000000ff;IngestionEndpoint="
                    + insights.url("/") + ";LiveEndpoint=" + insights.url("/");
            try (ConfigurableApplicationContext service = start(connection);
                    MDC.MDCCloseable ignored = MDC.putCloseable("correlation", "c-42")) {
                OpenTelemetry telemetry = service.getBean(OpenTelemetry.class);
                telemetry
                        .getTracer("test")
                        .spanBuilder("deploy expenses")
                        .setAttribute("run", 4711)
                        .startSpan()
                        .end();
                ((OpenTelemetrySdk) telemetry)
                        .getSdkTracerProvider()
                        .forceFlush()
                        .join(10, TimeUnit.SECONDS);
            }
            assertThat(sent(insights))
                    .contains("deploy expenses")
                    .contains("\"run\":\"4711\"")
                    .contains("\"correlation\":\"c-42\"");
        }
    }

    @Test
    void telemetry_goes_nowhere_else() {
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(new OnlyTo("InstrumentationKey=x;IngestionEndpoint=https://in.example/"))
                .build();
        Request other =
                new Request.Builder().url("http://127.0.0.1:1/statistics").build();

        assertThatThrownBy(() -> client.newCall(other).execute()).hasMessageContaining("does not go to 127.0.0.1");
    }

    private static ConfigurableApplicationContext start(String connection) {
        SpringApplication application = new SpringApplication(Service.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(
                "--" + MonitorSwitch.CONNECTION + "=" + connection, "--spring.config.location=optional:none");
    }

    private static String sent(MockWebServer insights) throws Exception {
        StringBuilder all = new StringBuilder();
        RecordedRequest request = insights.takeRequest(10, TimeUnit.SECONDS);
        while (request != null) {
            if (request.getBody() != null) {
                byte[] body = request.getBody().toByteArray();
                boolean zipped = "gzip".equals(request.getHeaders().get("Content-Encoding"));
                all.append(
                        zipped
                                ? new String(
                                        new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes(),
                                        StandardCharsets.UTF_8)
                                : new String(body, StandardCharsets.UTF_8));
            }
            request = insights.takeRequest(200, TimeUnit.MILLISECONDS);
        }
        return all.toString();
    }
}
