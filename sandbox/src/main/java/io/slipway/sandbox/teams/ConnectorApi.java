package io.slipway.sandbox.teams;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import tools.jackson.databind.JsonNode;

/** The routes of the Bot Connector. */
final class ConnectorApi {

    private static final String CONVERSATION = "/v3/conversations/{conversation}";
    private static final String ACTIVITIES = CONVERSATION + "/activities";
    private static final String ACTIVITY = ACTIVITIES + "/{activity}";

    private final ConnectorDoor door;
    private final ConnectorMessages messages;
    private final ConnectorRoster roster;
    private final Traffic traffic;

    ConnectorApi(ConnectorDoor door, ConnectorMessages messages, ConnectorRoster roster, Traffic traffic) {
        this.door = door;
        this.messages = messages;
        this.roster = roster;
        this.traffic = traffic;
    }

    void addTo(JavalinConfig config) {
        var routes = config.routes;
        routes.post("/v3/conversations", guarded(messages::create));
        routes.post(ACTIVITIES, guarded(messages::send));
        routes.post(ACTIVITY, guarded(messages::send));
        routes.put(ACTIVITY, guarded(messages::edit));
        routes.delete(ACTIVITY, guarded(messages::delete));
        routes.get(ACTIVITY + "/members", guarded(roster::activityMembers));
        routes.get(CONVERSATION + "/members", guarded(roster::members));
        routes.get(CONVERSATION + "/members/{member}", guarded(roster::member));
        routes.get(CONVERSATION + "/pagedmembers", guarded(roster::pages));
        routes.get("/v3/teams/{team}", guarded(roster::team));
        routes.get("/v3/teams/{team}/conversations", guarded(roster::channels));
    }

    private Handler guarded(Handler handler) {
        return ctx -> {
            try {
                door.enter(ctx);
                handler.handle(ctx);
            } catch (ConnectorProblem problem) {
                if (problem.retryAfterSeconds() > 0) {
                    ctx.header("Retry-After", Integer.toString(problem.retryAfterSeconds()));
                }
                Replies.json(ctx, problem.status(), problem.body());
            }
            remember(ctx);
        };
    }

    private void remember(Context ctx) {
        String answer = ctx.result();
        JsonNode answered = answer == null ? null : Json.objectOrNull(answer);
        String request = ctx.method() + " " + ctx.path();
        traffic.fromBot(request, ctx.statusCode(), Json.objectOrNull(ctx.body()), answered);
    }
}
