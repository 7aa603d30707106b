package io.slipway.teams;

import io.slipway.alm.Problem;
import io.slipway.http.Answer;
import io.slipway.http.Call;
import io.slipway.http.Http;
import io.slipway.ports.Room;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Bot Connector as HTTP: addresses, the token, the size of what is sent, and few calls at once for a conversation. */
final class Connector {

    private static final int LARGEST = 80 * 1024;
    private static final int LANES = 1024;
    private static final int AT_ONCE = 4;

    private final Http http;
    private final ServiceHosts hosts;
    private final Semaphore[] lanes =
            Stream.generate(() -> new Semaphore(AT_ONCE)).limit(LANES).toArray(Semaphore[]::new);

    Connector(Http http, ServiceHosts hosts) {
        this.http = http;
        this.hosts = hosts;
    }

    private record Posted(@Nullable String id) {}

    /** Posts an activity of Slipway's own and returns its id. Tried once: a second try could show it twice. */
    String post(Room room, String activity) {
        return posted(room, call(http::post, room, "/activities").bytes(body(activity), "application/json"));
    }

    /** Answers an activity. Tried again where that is short: seeing an answer twice is better than seeing none. */
    String reply(Room room, String answered, String activity) {
        Call call = call(http::post, room, "/activities/" + encoded(answered)).repeatable();
        return posted(room, call.bytes(body(activity), "application/json"));
    }

    private String posted(Room room, Call call) {
        Answer answer = inLane(room, call::good);
        return answer.body().length == 0
                ? ""
                : Objects.requireNonNullElse(answer.json(Posted.class).id(), "");
    }

    /** Replaces an activity. */
    void put(Room room, String id, String activity) {
        Call call = call(http::put, room, "/activities/" + encoded(id)).bytes(body(activity), "application/json");
        inLane(room, call::good);
    }

    /** Takes an activity away; one that is gone is fine. */
    void delete(Room room, String id) {
        Call call = call(http::delete, room, "/activities/" + encoded(id));
        inLane(room, () -> call.goodOr(404));
    }

    /** Reads below the conversation, such as {@code /pagedmembers}. */
    <T> T get(Room room, String path, Class<T> type) {
        return inLane(room, () -> call(http::get, room, path).as(type));
    }

    private Call call(Function<URI, Call> method, Room room, String path) {
        String service = room.service().toString();
        String base = service.endsWith("/") ? service.substring(0, service.length() - 1) : service;
        Call call = method.apply(URI.create(base + "/v3/conversations/" + encoded(room.conversation()) + path));
        hosts.token(room.service()).ifPresent(call::bearer);
        return call.of("Teams").busyOn(412);
    }

    private static byte[] body(String activity) {
        byte[] bytes = activity.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LARGEST) {
            throw new Problem.Refused("What Slipway wanted to show is too large for Teams (" + bytes.length / 1024
                    + " KB, at most 80). Ask for less at once.");
        }
        return bytes;
    }

    private <T> T inLane(Room room, Supplier<T> call) {
        Semaphore lane = lanes[Math.floorMod(room.conversation().hashCode(), LANES)];
        lane.acquireUninterruptibly();
        try {
            return call.get();
        } finally {
            lane.release();
        }
    }

    /** Ids hold colons, at signs and semicolons; each is one segment of the path. */
    static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
