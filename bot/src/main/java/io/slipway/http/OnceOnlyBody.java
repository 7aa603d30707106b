package io.slipway.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Keeps OkHttp from sending a write again by itself when a connection breaks midway: it may have arrived. */
final class OnceOnlyBody extends RequestBody {

    private final RequestBody body;

    OnceOnlyBody(RequestBody body) {
        this.body = body;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
        return body.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        body.writeTo(sink);
    }
}
