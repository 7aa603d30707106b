package io.slipway.sandbox.azuredevops;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The filters, order and pages of the list of builds. */
final class BuildQuery {

    private static final int MOST = 5_000;
    private static final Map<String, Comparator<BuildRun>> ORDERS = Map.of(
            "finishtimedescending", by(r -> r.finished).reversed(),
            "finishtimeascending", by(r -> r.finished),
            "starttimedescending", by(r -> r.started).reversed(),
            "starttimeascending", by(r -> r.started),
            "queuetimedescending", by(r -> r.queued).reversed(),
            "queuetimeascending", by(r -> r.queued));

    private final Request request;
    private final String order;

    private BuildQuery(Request request, String order) {
        this.request = request;
        this.order = order;
    }

    static BuildQuery of(Request request) {
        String order =
                request.query("queryOrder").orElse("finishTimeDescending").toLowerCase(Locale.ROOT);
        if (!ORDERS.containsKey(order)) {
            throw Refusal.badRequest("The value '" + order + "' is not valid for 'queryOrder'.");
        }
        return new BuildQuery(request, order);
    }

    Object answer(RunViews views) {
        int top = Math.clamp(request.count("$top", 1_000), 1, MOST);
        int from = request.count("continuationToken", 0);
        List<BuildRun> found = request.estate().runs.values().stream()
                .filter(matches())
                .sorted(ORDERS.get(order))
                .toList();
        if (from + top < found.size()) {
            request.http().header("x-ms-continuationtoken", String.valueOf(from + top));
        }
        return Wire.list(found.stream().skip(from).limit(top).map(views::build).toList());
    }

    private Predicate<BuildRun> matches() {
        List<String> definitions = request.queries("definitions");
        List<String> ids = request.queries("buildIds");
        List<String> tags = request.queries("tagFilters");
        Predicate<BuildRun> by = r -> definitions.isEmpty() || definitions.contains(String.valueOf(r.pipeline));
        return by.and(r -> ids.isEmpty() || ids.contains(String.valueOf(r.id)))
                .and(r -> r.tags.containsAll(tags))
                .and(flags("statusFilter", r -> r.status))
                .and(flags("resultFilter", r -> String.valueOf(r.result)))
                .and(equal("branchName", r -> r.branch))
                .and(number())
                .and(requester())
                .and(times());
    }

    private Predicate<BuildRun> flags(String name, Function<BuildRun, String> value) {
        List<String> wanted = request.queries(name).stream()
                .map(v -> v.toLowerCase(Locale.ROOT))
                .toList();
        boolean any = wanted.isEmpty() || wanted.contains("all");
        return r -> any || wanted.contains(value.apply(r).toLowerCase(Locale.ROOT));
    }

    private Predicate<BuildRun> equal(String name, Function<BuildRun, String> value) {
        return request.query(name)
                .<Predicate<BuildRun>>map(wanted -> r -> value.apply(r).equals(wanted))
                .orElse(r -> true);
    }

    private Predicate<BuildRun> number() {
        return request.query("buildNumber")
                .<Predicate<BuildRun>>map(wanted -> wanted.endsWith("*")
                        ? r -> r.number.startsWith(wanted.substring(0, wanted.length() - 1))
                        : r -> r.number.equals(wanted))
                .orElse(r -> true);
    }

    private Predicate<BuildRun> requester() {
        return request.query("requestedFor")
                .<Predicate<BuildRun>>map(wanted -> r -> {
                    Identity who = request.estate().people.get(r.requestedFor);
                    return who.id().equalsIgnoreCase(wanted)
                            || who.name().equalsIgnoreCase(wanted)
                            || who.account().equalsIgnoreCase(wanted);
                })
                .orElse(r -> true);
    }

    /** The times bound what the list is ordered by; a run that has no such time is left out. */
    private Predicate<BuildRun> times() {
        Instant least = time("minTime", Instant.MIN);
        Instant most = time("maxTime", Instant.MAX);
        if (least.equals(Instant.MIN) && most.equals(Instant.MAX)) {
            return r -> true;
        }
        return r -> {
            Instant time = order.startsWith("finish") ? r.finished : order.startsWith("start") ? r.started : r.queued;
            return time != null && !time.isBefore(least) && !time.isAfter(most);
        };
    }

    private Instant time(String name, Instant otherwise) {
        try {
            return request.query(name)
                    .map(t -> OffsetDateTime.parse(t).toInstant())
                    .orElse(otherwise);
        } catch (DateTimeParseException e) {
            throw Refusal.badRequest("The value is not a valid time for '" + name + "'.");
        }
    }

    private static Comparator<BuildRun> by(Function<BuildRun, Instant> time) {
        return Comparator.comparing(time, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(r -> r.id);
    }
}
