package io.slipway.monitor;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Lets telemetry go to the hosts that the connection string names and nowhere else: the exporter also reports on itself
 * to its maker, and asks the machine's metadata service where it runs.
 */
final class OnlyTo implements Interceptor {

    private final Set<String> hosts;

    OnlyTo(String connection) {
        hosts = Arrays.stream(connection.split(";"))
                .map(part -> part.split("=", 2))
                .filter(part -> part.length == 2 && part[0].strip().endsWith("Endpoint"))
                .map(part -> URI.create(part[1].strip()).getHost())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        String host = chain.request().url().host();
        if (!hosts.contains(host)) {
            throw new IOException("telemetry does not go to " + host);
        }
        return chain.proceed(chain.request());
    }
}
