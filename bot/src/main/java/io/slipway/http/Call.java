package io.slipway.http;

import io.slipway.alm.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * One request as it is being put together, and what comes of it: {@code http.get(uri).bearer(token).as(Foo.class)}.
 * Whatever goes wrong is a {@link Problem} with a sentence for people.
 */
public final class Call {

    private static final long USUAL_LIMIT = 8L * 1024 * 1024;
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE");

    /** On whose token it goes: it decides what a refusal means. */
    enum Actor {
        NOBODY,
        SERVICE,
        PERSON
    }

    final String method;
    final URI uri;
    final Map<String, String> headers = new LinkedHashMap<>();
    final Set<Integer> busy = new TreeSet<>();
    String service;
    String right = "";
    Actor actor = Actor.NOBODY;
    boolean repeatable;
    long limit = USUAL_LIMIT;

    @Nullable
    RequestBody body;

    private final Exchange exchange;
    Runnable unknown = () -> {};
    private Consumer<Duration> slowDown = wait -> {};

    Call(Exchange exchange, String method, URI uri) {
        this.exchange = exchange;
        this.method = method;
        this.uri = uri;
        this.service = uri.getHost();
        this.repeatable = REPEATABLE.contains(method);
        headers.put("Accept", "application/json");
    }

    /** What people call the other side, such as {@code Azure DevOps}; its host where nothing is said. */
    public Call of(String name) {
        service = name;
        return this;
    }

    /** On the service's own token: a 401 means that Slipway is not set up rightly. */
    public Call bearer(String token) {
        actor = Actor.SERVICE;
        return header("Authorization", "Bearer " + token);
    }

    /** On a person's token: a 401 means that they have to sign in again. */
    public Call onBehalf(String token) {
        actor = Actor.PERSON;
        return header("Authorization", "Bearer " + token);
    }

    /** The right it needs, in the other side's words, such as {@code "Queue builds" on the pipeline expenses-deploy}. */
    public Call needing(String permission) {
        right = permission;
        return this;
    }

    /** Sets a header. */
    public Call header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Sends a record, map or list as JSON. */
    public Call json(Object content) {
        return json(content, "application/json");
    }

    /** Sends JSON under another content type. */
    public Call json(Object content, String type) {
        return bytes(Json.write(content), type);
    }

    /** Sends bytes. */
    public Call bytes(byte[] content, String type) {
        body = RequestBody.create(content, MediaType.get(type));
        return this;
    }

    /** Sends a form. */
    public Call form(Map<String, String> fields) {
        FormBody.Builder form = new FormBody.Builder();
        fields.forEach(form::add);
        body = form.build();
        return this;
    }

    /** Says that doing it twice is doing it once. */
    public Call repeatable() {
        repeatable = true;
        return this;
    }

    /** These statuses mean "not now" as well. */
    public Call busyOn(int... statuses) {
        for (int status : statuses) {
            busy.add(status);
        }
        return this;
    }

    /** Takes an answer of at most so many bytes instead of 8 MB. */
    public Call atMost(long bytes) {
        limit = bytes;
        return this;
    }

    /** The answer as it came, whatever its status: the caller judges. Throws only when there was none. */
    public Answer answer() {
        Answer answer = exchange.perform(this);
        if (answer.success()) {
            answer.retryAfter().ifPresent(slowDown);
        }
        return answer;
    }

    /** The answer, if it is a good one. */
    public Answer good() {
        Answer answer = answer();
        Refusals.check(this, answer);
        return answer;
    }

    /** The answer, if it is a good one or has this status, which the caller expects. */
    public Answer goodOr(int status) {
        Answer answer = answer();
        if (answer.status() != status) {
            Refusals.check(this, answer);
        }
        return answer;
    }

    /** The answer's JSON as a record. */
    public <T> T as(Class<T> type) {
        return read(good(), type);
    }

    /** The answer's JSON, or nothing when there is no such thing (404), or nothing to say about it (204). */
    public <T> Optional<T> find(Class<T> type) {
        Answer answer = answer();
        if (answer.status() == 404 || answer.status() == 204) {
            return Optional.empty();
        }
        Refusals.check(this, answer);
        return Optional.of(read(answer, type));
    }

    /** The answer as text. */
    public String text() {
        return good().text();
    }

    /** Hears when a good answer asks to be left alone for a while, as Azure DevOps does before it blocks somebody. */
    public Call onSlowDown(Consumer<Duration> listener) {
        slowDown = listener;
        return this;
    }

    /** Hears when the other side does not take the person's token any more. */
    public Call onUnknown(Runnable listener) {
        unknown = listener;
        return this;
    }

    private <T> T read(Answer answer, Class<T> type) {
        Refusals.checkJson(this, answer);
        try {
            return answer.json(type);
        } catch (Problem.Broken e) {
            throw Refusals.unreadable(this, answer, e);
        }
    }
}
