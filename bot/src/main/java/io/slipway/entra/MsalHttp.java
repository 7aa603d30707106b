package io.slipway.entra;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Lets msal4j speak through the one HTTP client, with its time-outs and trusted certificates. */
final class MsalHttp implements IHttpClient {

    private final OkHttpClient http;
    private final URI authority;

    MsalHttp(OkHttpClient http, URI authority) {
        this.http = http;
        this.authority = authority;
    }

    private record Answer(int statusCode, Map<String, List<String>> headers, String body) implements IHttpResponse {}

    @Override
    public IHttpResponse send(HttpRequest request) throws IOException {
        Request.Builder outgoing = new Request.Builder().url(withPort(request.url()));
        Objects.requireNonNullElse(request.headers(), Map.<String, String>of()).forEach(outgoing::header);
        outgoing.method(request.httpMethod().name(), body(request));
        try (Response response = http.newCall(outgoing.build()).execute()) {
            return new Answer(
                    response.code(),
                    response.headers().toMultimap(),
                    response.body().string());
        }
    }

    /** The library forgets the port of its authority when it refreshes a token. */
    private HttpUrl withPort(URL url) {
        HttpUrl address = HttpUrl.get(url.toString());
        boolean forgotten =
                authority.getPort() > 0 && url.getPort() < 0 && url.getHost().equals(authority.getHost());
        return forgotten ? address.newBuilder().port(authority.getPort()).build() : address;
    }

    private static @Nullable RequestBody body(HttpRequest request) {
        return request.httpMethod() == HttpMethod.GET
                ? null
                : RequestBody.create(
                        Objects.requireNonNullElse(request.body(), "").getBytes(StandardCharsets.UTF_8));
    }
}
