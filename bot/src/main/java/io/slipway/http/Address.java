package io.slipway.http;

import java.net.URI;
import okhttp3.HttpUrl;

/** Puts an address together from parts that people and services made up, so that none of them can change its meaning. */
public final class Address {

    private final HttpUrl.Builder url;

    private Address(URI start) {
        this.url = HttpUrl.get(start.toString()).newBuilder();
    }

    /** Starts from here; whatever path it has stays in front. */
    public static Address of(URI start) {
        return new Address(start);
    }

    /** Adds segments of the path, each escaped. */
    public Address path(String... segments) {
        for (String segment : segments) {
            url.addPathSegment(segment);
        }
        return this;
    }

    /** Adds a parameter, escaped. */
    public Address query(String name, Object value) {
        url.addQueryParameter(name, value.toString());
        return this;
    }

    /** The finished address. */
    public URI uri() {
        return url.build().uri();
    }
}
