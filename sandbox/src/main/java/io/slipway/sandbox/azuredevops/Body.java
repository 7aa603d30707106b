package io.slipway.sandbox.azuredevops;

import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A JSON object under construction, member by member in the order in which the service writes them. */
final class Body extends LinkedHashMap<String, Object> {

    private static final long serialVersionUID = 1L;

    Body with(String name, @Nullable Object value) {
        put(name, value);
        return this;
    }

    /** A member that is there only in some cases. */
    Body when(boolean present, String name, Supplier<?> value) {
        return present ? with(name, value.get()) : this;
    }
}
