package io.slipway.monitor;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.List;
import org.slf4j.MDC;

/** Writes on each span which request and which run the work belongs to, as the log lines have it. */
final class IdsOnSpans implements SpanProcessor {

    /** The names under which work notes its ids in the logging context. */
    static final List<String> NAMES = List.of("correlation", "run", "solution");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (String name : NAMES) {
            String value = MDC.get(name);
            if (value != null) {
                span.setAttribute(name, value);
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
