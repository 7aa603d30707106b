package io.slipway.http;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Where every porch starts from when it talks to its cloud: one client, one set of manners. */
public final class Http {

    private static final int KEEP_ALIVE_SECONDS = 60;
    private final Exchange exchange;

    public Http(OkHttpClient client, HttpProperties settings, Clock clock) {
        this.exchange = new Exchange(client, new Patience(settings.attempts(), settings.patience(), clock));
    }

    /** For tests and tools outside the service: the same manners without Spring. */
    public static Http of(HttpProperties settings, Clock clock) {
        return new Http(client(settings), settings, clock);
    }

    static OkHttpClient client(HttpProperties settings) {
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .writeTimeout(settings.readTimeout())
                .callTimeout(settings.callTimeout())
                .followSslRedirects(false)
                .connectionPool(new ConnectionPool(settings.idleConnections(), KEEP_ALIVE_SECONDS, TimeUnit.SECONDS));
        if (!settings.http2()) {
            client.protocols(List.of(Protocol.HTTP_1_1));
        }
        if (settings.trustedCertificate() != null) {
            TrustedCertificates.add(client, settings.trustedCertificate());
        }
        return client.build();
    }

    /** Reads. */
    public Call get(URI uri) {
        return new Call(exchange, "GET", uri);
    }

    /** Makes something; not repeated unless {@link Call#repeatable()} says that it may be. */
    public Call post(URI uri) {
        return new Call(exchange, "POST", uri);
    }

    /** Replaces something. */
    public Call put(URI uri) {
        return new Call(exchange, "PUT", uri);
    }

    /** Changes something; not repeated unless {@link Call#repeatable()} says that it may be. */
    public Call patch(URI uri) {
        return new Call(exchange, "PATCH", uri);
    }

    /** Takes something away. */
    public Call delete(URI uri) {
        return new Call(exchange, "DELETE", uri);
    }
}
