package io.slipway.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the header that says how long to wait: in seconds, or until a date. */
final class RetryAfter {

    private static final Duration MOST = Duration.ofHours(1);

    private RetryAfter() {}

    /** The wait it asks for, at most an hour; empty where it is absent or says nothing sensible. */
    static Optional<Duration> read(@Nullable String header, Clock clock) {
        if (header == null || header.isBlank()) {
            return Optional.empty();
        }
        return seconds(header.strip())
                .or(() -> until(header.strip(), clock))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .map(wait -> wait.compareTo(MOST) > 0 ? MOST : wait);
    }

    private static Optional<Duration> seconds(String text) {
        try {
            double seconds = Double.parseDouble(text);
            return Double.isFinite(seconds)
                    ? Optional.of(Duration.ofMillis((long) (seconds * 1000)))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> until(String text, Clock clock) {
        try {
            ZonedDateTime then =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT));
            return Optional.of(Duration.between(clock.instant(), then.toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
