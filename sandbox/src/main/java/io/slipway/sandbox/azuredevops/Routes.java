package io.slipway.sandbox.azuredevops;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.slipway.sandbox.http.Json;

/** Adds operations: whoever calls one has come through the door, named a version and a project that exists. */
final class Routes {

    private final JavalinConfig config;
    private final Estate estate;
    private final Door door;
    private final Mischief mischief;

    Routes(JavalinConfig config, Estate estate, Door door, Mischief mischief) {
        this.config = config;
        this.estate = estate;
        this.door = door;
        this.mischief = mischief;
    }

    /** What an operation does; its answer becomes JSON, null becomes 204. */
    interface Action {
        Object answer(Request request);
    }

    /** An answer that is not JSON. */
    record Raw(String type, byte[] content) {}

    /** Adds an operation of the project; it is reached by the project's name and by its id. */
    Routes project(HandlerType method, String path, String released, Action action) {
        config.routes.addHttpHandler(method, "/" + Names.ORGANIZATION + "/{project}/_apis" + path, http -> {
            serve(http, released, request -> {
                String project = request.path("project");
                if (!project.equalsIgnoreCase(Names.PROJECT) && !project.equalsIgnoreCase(Names.PROJECT_ID)) {
                    throw noProject(project);
                }
                return action.answer(request);
            });
        });
        return this;
    }

    /** Adds an operation of the organization. */
    Routes organization(HandlerType method, String path, String released, Action action) {
        config.routes.addHttpHandler(
                method, "/" + Names.ORGANIZATION + "/_apis" + path, http -> serve(http, released, action));
        return this;
    }

    /** Adds an operation of the organization that is reached without naming a version. */
    Routes unversioned(HandlerType method, String path, Action action) {
        config.routes.addHttpHandler(
                method, "/" + Names.ORGANIZATION + "/_apis" + path, http -> serve(http, "", action));
        return this;
    }

    /** Adds an operation that clients call without a version, though one that is named must be right. */
    Routes lenient(HandlerType method, String path, String released, Action action) {
        config.routes.addHttpHandler(method, "/" + Names.ORGANIZATION + "/_apis" + path, http -> {
            serve(http, ApiVersion.named(http) ? released : "", action);
        });
        return this;
    }

    static Refusal noProject(String project) {
        return new Refusal(
                404,
                "Microsoft.TeamFoundation.Core.WebApi.ProjectDoesNotExistWithNameException",
                "TF200016: The following project does not exist: " + project
                        + ". Verify that the name of the project is correct and that the project exists on the"
                        + " specified Azure DevOps Server.");
    }

    private void serve(Context http, String released, Action action) {
        if (!Weather.fair(http, mischief)) {
            return;
        }
        door.enter(http).ifPresent(caller -> {
            try {
                String version = released.isEmpty() ? "" : ApiVersion.check(http, released);
                Object answer = estate.locked(() -> action.answer(new Request(http, caller, estate)));
                send(http, version, answer);
            } catch (Refusal refusal) {
                refuse(http, refusal);
            }
        });
    }

    private void send(Context http, String version, Object answer) {
        if (mischief.delay() > 0) {
            http.header("Retry-After", String.valueOf(mischief.delay()));
            http.header("X-RateLimit-Delay", String.valueOf(mischief.delay()));
        }
        if (answer == null) {
            http.status(204);
        } else if (answer instanceof Raw raw) {
            http.contentType(raw.type()).result(raw.content());
        } else {
            String suffix = version.isEmpty() ? "" : "; api-version=" + version;
            http.contentType("application/json; charset=utf-8" + suffix).result(Json.write(answer));
        }
    }

    static void refuse(Context http, Refusal refusal) {
        http.status(refusal.status())
                .contentType("application/json; charset=utf-8")
                .header("X-TFS-ServiceError", refusal.getMessage().replaceAll("[^\\x20-\\x7e]", " "))
                .result(Json.write(refusal.body()));
    }
}
