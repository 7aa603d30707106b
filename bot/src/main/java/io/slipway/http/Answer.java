package io.slipway.http;

import io.slipway.alm.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Headers;

/**
 * What the other side said.
 *
 * @param correlation the id that the request went out with, and that stands in the log
 * @param retryAfter how long it asks us to leave it alone; Azure DevOps says so on good answers too, when it slows us down
 */
public record Answer(int status, Headers headers, byte[] body, String correlation, Optional<Duration> retryAfter) {

    /** Whether it is a 2xx. */
    public boolean success() {
        return status >= 200 && status < 300;
    }

    /** The value of a header. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as a record; members that it does not know are left out. */
    public <T> T json(Class<T> type) {
        return Json.read(body, type);
    }

    /** A web page where JSON was asked for: a sign-in page, as a rule. */
    boolean page() {
        return header("Content-Type").orElse("").startsWith("text/html");
    }

    /** What the service itself says went wrong, empty where it does not. */
    public String message() {
        try {
            return body.length == 0 || page()
                    ? ""
                    : Json.read(body, ServiceError.class).words();
        } catch (Problem.Broken e) {
            return "";
        }
    }
}
