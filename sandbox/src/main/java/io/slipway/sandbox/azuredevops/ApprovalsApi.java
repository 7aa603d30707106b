package io.slipway.sandbox.azuredevops;

import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.slipway.sandbox.azuredevops.ApiVersion.RELEASED;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Approvals: read, and decided by the caller as whoever the caller is. */
final class ApprovalsApi {

    private static final int MOST = 1_000;

    private final Estate estate;
    private final ApprovalViews views;
    private final Deciding deciding;

    ApprovalsApi(Estate estate, Engine engine) {
        this.estate = estate;
        this.views = new ApprovalViews(estate);
        this.deciding = new Deciding(estate, engine.gates());
    }

    void addTo(Routes routes) {
        routes.project(GET, "/pipelines/approvals", RELEASED, this::list)
                .project(PATCH, "/pipelines/approvals", RELEASED, this::update)
                .project(GET, "/pipelines/approvals/{approvalId}", RELEASED, this::get);
    }

    private Object list(Request request) {
        List<String> ids = request.queries("approvalIds");
        List<String> people = Stream.of("assignedTo", "userIds")
                .flatMap(n -> request.queries(n).stream())
                .toList();
        String state = request.query("state").orElse("all").toLowerCase(Locale.ROOT);
        Predicate<Approval> wanted = a -> ids.isEmpty() || ids.contains(a.id);
        return Wire.list(estate.approvals.values().stream()
                .filter(wanted)
                .filter(a -> people.isEmpty() || people.stream().anyMatch(p -> assigned(a, p)))
                .filter(a -> matches(a, state))
                .limit(request.count("top", request.count("$top", MOST)))
                .map(a -> view(a, request))
                .toList());
    }

    private boolean assigned(Approval approval, String person) {
        return estate.people
                .find(person)
                .flatMap(approval::step)
                .filter(s -> s.status.equals("pending") || s.status.equals("deferred") || !approval.open())
                .isPresent();
    }

    private static boolean matches(Approval approval, String state) {
        return switch (state) {
            case "all", "undefined" -> true;
            case "completed" -> !approval.open();
            default -> approval.status.equalsIgnoreCase(state);
        };
    }

    private Object get(Request request) {
        return view(deciding.find(request.path("approvalId")), request);
    }

    private Map<String, Object> view(Approval approval, Request request) {
        List<String> expand = request.queries("$expand").stream()
                .map(e -> e.toLowerCase(Locale.ROOT))
                .toList();
        return views.approval(approval, request.caller(), expand.contains("steps"), expand.contains("permissions"));
    }

    private Object update(Request request) {
        JsonNode body = request.json();
        if (!body.isArray() || body.isEmpty()) {
            throw Refusal.nullArgument("updateParameters");
        }
        List<Runnable> changes = new ArrayList<>();
        List<Approval> changed = new ArrayList<>();
        for (JsonNode update : body) {
            Approval approval = deciding.find(Wire.text(update, "approvalId"));
            changes.add(deciding.prepare(approval, update, request.caller()));
            changed.add(approval);
        }
        changes.forEach(Runnable::run);
        return Wire.list(changed.stream()
                .map(a -> views.approval(a, request.caller(), true, false))
                .toList());
    }
}
