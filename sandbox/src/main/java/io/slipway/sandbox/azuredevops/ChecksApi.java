package io.slipway.sandbox.azuredevops;

import static io.javalin.http.HandlerType.DELETE;
import static io.javalin.http.HandlerType.GET;
import static io.javalin.http.HandlerType.PATCH;
import static io.javalin.http.HandlerType.POST;
import static io.slipway.sandbox.azuredevops.ApiVersion.PREVIEW;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The configuration of checks on environments; only approvals are imitated. */
final class ChecksApi {

    private final Estate estate;
    private final RunViews views;

    ChecksApi(Estate estate) {
        this.estate = estate;
        this.views = new RunViews(estate);
    }

    void addTo(Routes routes) {
        routes.project(GET, "/pipelines/checks/configurations", PREVIEW, this::list)
                .project(POST, "/pipelines/checks/configurations", PREVIEW, this::create)
                .project(GET, "/pipelines/checks/configurations/{id}", PREVIEW, r -> view(find(r), expands(r)))
                .project(PATCH, "/pipelines/checks/configurations/{id}", PREVIEW, this::update)
                .project(DELETE, "/pipelines/checks/configurations/{id}", PREVIEW, r -> {
                    estate.checks.remove(find(r));
                    estate.saveChecks();
                    return null;
                })
                .project(POST, "/pipelines/checks/queryconfigurations", PREVIEW, this::query);
    }

    private static boolean expands(Request request) {
        return request.query("$expand").orElse("").toLowerCase(Locale.ROOT).contains("settings");
    }

    private Object list(Request request) {
        String type = request.query("resourceType").orElse("environment");
        String id = request.query("resourceId").orElse("");
        return Wire.list(estate.checks.stream()
                .filter(c -> type.equalsIgnoreCase("environment")
                        && (id.isEmpty() || id.equals(String.valueOf(c.environment))))
                .map(c -> view(c, expands(request)))
                .toList());
    }

    private Object query(Request request) {
        JsonNode resources = request.json();
        return Wire.list(estate.checks.stream()
                .filter(c -> resources
                        .valueStream()
                        .anyMatch(r -> Wire.text(r, "type").equalsIgnoreCase("environment")
                                && Wire.text(r, "id").equals(String.valueOf(c.environment))))
                .map(c -> view(c, expands(request)))
                .toList());
    }

    private Check find(Request request) {
        int id = request.number("id");
        return estate.checks.stream()
                .filter(c -> c.id == id)
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        404,
                        "Microsoft.Azure.Pipelines.Checks.WebApi.CheckConfigurationNotFoundException",
                        "Check configuration with ID " + id + " does not exist."));
    }

    private Object create(Request request) {
        JsonNode body = request.json();
        if (!Wire.text(body.path("type"), "id").equalsIgnoreCase(Check.APPROVAL_TYPE)) {
            throw Refusal.badRequest("The sandbox knows checks of the type Approval only.");
        }
        Check check = new Check();
        check.id = estate.checks.stream().mapToInt(c -> c.id).max().orElse(0) + 1;
        check.environment = Names.ENVIRONMENTS.stream()
                .filter(e -> String.valueOf(e.id()).equals(Wire.text(body.path("resource"), "id")))
                .findFirst()
                .orElseThrow(() -> Refusal.badRequest("The resource of the check does not exist."))
                .id();
        check.created = estate.now();
        check.createdBy = request.caller().id();
        settle(check, body, request);
        estate.checks.add(check);
        estate.saveChecks();
        return view(check, true);
    }

    private Object update(Request request) {
        Check check = find(request);
        settle(check, request.json(), request);
        estate.saveChecks();
        return view(check, true);
    }

    /** Takes what it knows; names that it does not know are ignored without a word, as by the service. */
    private void settle(Check check, JsonNode body, Request request) {
        JsonNode settings = body.path("settings");
        if (settings.path("approvers").isArray()) {
            check.approvers = people(settings.path("approvers"));
        }
        if (settings.path("blockedApprovers").isArray()) {
            check.blocked = people(settings.path("blockedApprovers"));
        }
        check.minimum = settings.path("minRequiredApprovers").asInt(check.minimum);
        check.requesterCannotApprove =
                settings.path("requesterCannotBeApprover").asBoolean(check.requesterCannotApprove);
        check.executionOrder = settings.path("executionOrder").asString(check.executionOrder);
        check.instructions = settings.path("instructions").asString(check.instructions);
        check.timeoutMinutes = body.path("timeout").asInt(check.timeoutMinutes);
        check.modified = estate.now();
        check.modifiedBy = request.caller().id();
    }

    private List<String> people(JsonNode people) {
        return people.valueStream()
                .map(p -> estate.people
                        .find(Wire.text(p, "id"))
                        .orElseThrow(() ->
                                Refusal.badRequest("The approver '" + Wire.text(p, "id") + "' could not be found."))
                        .id())
                .toList();
    }

    private Body view(Check check, boolean settings) {
        String url = estate.projectApi() + "/pipelines/checks/configurations/" + check.id;
        return new Body()
                .when(settings, "settings", () -> settings(check))
                .with("createdBy", views.ref(check.createdBy))
                .with("createdOn", Wire.time(check.created))
                .with("modifiedBy", views.ref(check.modifiedBy))
                .with("modifiedOn", Wire.time(check.modified))
                .with("timeout", check.timeoutMinutes)
                .with("_links", new Body().with("self", Wire.href(url)))
                .with("id", check.id)
                .with("version", 1)
                .with("type", new Body().with("id", Check.APPROVAL_TYPE).with("name", "Approval"))
                .with("url", url)
                .with(
                        "resource",
                        new Body()
                                .with("type", "environment")
                                .with("id", String.valueOf(check.environment))
                                .with(
                                        "name",
                                        Names.environment(check.environment)
                                                .orElseThrow()
                                                .name()));
    }

    private Body settings(Check check) {
        return new Body()
                .with("approvers", check.approvers.stream().map(views::ref).toList())
                .with("executionOrder", check.executionOrder)
                .with("minRequiredApprovers", check.minimum)
                .with("instructions", check.instructions)
                .with("blockedApprovers", check.blocked.stream().map(views::ref).toList())
                .with("requesterCannotBeApprover", check.requesterCannotApprove);
    }
}
