package io.slipway.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

class SettingsPageTest {
    private static final Path PAGE =
            Path.of(System.getProperty("slipway.root", "..")).resolve("docs/reference/settings.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| \\**`(slipway\\.[a-z0-9.-]+)`");

    /** It decides whether there is telemetry at all, before settings are bound to records. */
    private static final String ASKED_FIRST = "slipway.monitor.connection-string";

    @Test
    void the_page_lists_the_settings_that_there_are() throws IOException {
        List<String> rows = ROW.matcher(Files.readString(PAGE))
                .results()
                .map(r -> r.group(1))
                .toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(settings());
    }

    private static List<String> settings() {
        ClassPathScanningCandidateComponentProvider classes = new ClassPathScanningCandidateComponentProvider(false);
        classes.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Stream<String> bound = classes.findCandidateComponents("io.slipway").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .map(name -> type.getAnnotation(ConfigurationProperties.class)
                                        .value() + "." + dashed(name)));
        return Stream.concat(bound, Stream.of(ASKED_FIRST)).toList();
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
