package io.slipway.http;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Slipway talks HTTP to the clouds.
 *
 * @param connectTimeout how long a connection may take to come up
 * @param readTimeout how long the other side may be silent
 * @param callTimeout how long one exchange may take in all
 * @param patience how long a call may wait for another try before the engine is asked to wait instead
 * @param attempts how often an exchange that may be repeated is tried, at least 1
 * @param http2 whether HTTP/2 may be spoken; HTTP/1.1 is the safe choice towards test clients
 * @param idleConnections how many idle connections are kept
 * @param trustedCertificate a PEM file with certificates to trust besides the usual ones
 */
@ConfigurationProperties("slipway.http")
public record HttpProperties(
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration readTimeout,
        @DefaultValue("60s") Duration callTimeout,
        @DefaultValue("3s") Duration patience,
        @DefaultValue("3") int attempts,
        @DefaultValue("false") boolean http2,
        @DefaultValue("64") int idleConnections,
        @Nullable Path trustedCertificate) {

    /** The values that hold when nothing is set. */
    public static HttpProperties usual() {
        Duration half = Duration.ofSeconds(30);
        return new HttpProperties(
                Duration.ofSeconds(5), half, half.multipliedBy(2), Duration.ofSeconds(3), 3, false, 64, null);
    }

    /** The same, trusting the certificates of this PEM file as well. */
    public HttpProperties trusting(Path certificate) {
        return new HttpProperties(
                connectTimeout, readTimeout, callTimeout, patience, attempts, http2, idleConnections, certificate);
    }
}
