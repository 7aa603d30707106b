package io.slipway.http;

import io.slipway.alm.Problem;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Sends a call and tries again where that is harmless and short. */
final class Exchange {

    /** The name under which work in progress notes its correlation id for log lines and requests. */
    static final String CORRELATION = "correlation";

    private static final Logger LOG = LoggerFactory.getLogger(Http.class);
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    private final OkHttpClient reading;
    private final OkHttpClient writing;
    private final Patience patience;

    Exchange(OkHttpClient client, Patience patience) {
        this.reading = client;
        // A redirected write would arrive as a read: what looks like success would have done nothing.
        this.writing = client.newBuilder().followRedirects(false).build();
        this.patience = patience;
    }

    Answer perform(Call call) {
        String correlation = Optional.ofNullable(MDC.get(CORRELATION))
                .orElseGet(() -> UUID.randomUUID().toString());
        Duration waited = Duration.ZERO;
        for (int attempt = 1; ; attempt++) {
            @Nullable Answer answer = null;
            @Nullable IOException failure = null;
            try {
                answer = once(call, correlation);
            } catch (IOException e) {
                failure = e;
            }
            if (answer != null && !BUSY.contains(answer.status()) && !call.busy.contains(answer.status())) {
                return answer;
            }
            Optional<Duration> asked = answer == null ? Optional.empty() : answer.retryAfter();
            Optional<Duration> wait = call.repeatable ? patience.next(attempt, waited, asked) : Optional.empty();
            if (wait.isEmpty() || !patience.pause(wait.get())) {
                return giveUp(call, answer, failure, correlation);
            }
            waited = waited.plus(wait.get());
        }
    }

    private Answer giveUp(Call call, @Nullable Answer answer, @Nullable IOException failure, String correlation) {
        if (answer != null) {
            return answer;
        }
        LOG.warn(
                "http service=\"{}\" method={} url={} correlation={} failure={}",
                call.service,
                call.method,
                Redaction.of(call.uri.toString()),
                correlation,
                Redaction.of(String.valueOf(failure)));
        throw new Problem.Unavailable(
                call.service
                        + " cannot be reached just now. Slipway keeps trying; if it lasts, somebody should look at "
                        + "the network or at the service's status page.",
                failure);
    }

    private Answer once(Call call, String correlation) throws IOException {
        Request.Builder request = new Request.Builder().url(call.uri.toString()).method(call.method, body(call));
        call.headers.forEach(request::header);
        request.header("x-ms-client-request-id", correlation);
        OkHttpClient client = call.method.equals("GET") ? reading : writing;
        try (Response response = client.newCall(request.build()).execute()) {
            Optional<Duration> after = RetryAfter.read(response.header("Retry-After"), patience.clock());
            return new Answer(response.code(), response.headers(), limited(call, response.body()), correlation, after);
        }
    }

    private static @Nullable RequestBody body(Call call) {
        RequestBody body = call.body;
        boolean wanted = !call.method.equals("GET") && !call.method.equals("DELETE");
        if (body == null) {
            return wanted ? RequestBody.EMPTY : null;
        }
        return call.repeatable ? body : new OnceOnlyBody(body);
    }

    private static byte[] limited(Call call, ResponseBody body) throws IOException {
        BufferedSource source = body.source();
        if (source.request(call.limit + 1)) {
            throw new Problem.Refused(call.service + " answered with more than " + call.limit / 1024
                    + " KB, which Slipway does not take. Look at it in the browser instead.");
        }
        return source.readByteArray();
    }
}
