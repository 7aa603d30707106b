package io.slipway.sandbox.teams;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import io.slipway.sandbox.world.World;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox's own HTTP API: the chat page lives on it, and whoever wants to act as a person from outside can. */
final class PageApi {

    private final World world;
    private final Chats chats;
    private final Faults faults;
    private final PageView view;
    private final PageEvents events;

    PageApi(World world, Chats chats, Faults faults, PageView view, PageEvents events) {
        this.world = world;
        this.chats = chats;
        this.faults = faults;
        this.view = view;
        this.events = events;
    }

    void addTo(JavalinConfig config) {
        var routes = config.routes;
        routes.before("/sandbox/*", PageApi::refuseOtherSites);
        routes.get("/sandbox/ready", ctx -> ctx.status(chats.botListens() ? 204 : 503));
        routes.get("/sandbox/state", ctx -> Replies.json(ctx, 200, view.everything()));
        routes.get("/sandbox/messages", guarded(this::read));
        routes.post("/sandbox/messages", guarded(this::write));
        routes.post("/sandbox/clicks", guarded(this::click));
        routes.post("/sandbox/refreshes", guarded(this::refresh));
        routes.post("/sandbox/sign-ins", guarded(this::signIn));
        routes.post("/sandbox/deliveries", guarded(this::deliverAgain));
        routes.post("/sandbox/members", guarded(this::membership));
        routes.post("/sandbox/locales", guarded(this::locale));
        routes.post("/sandbox/faults", guarded(this::fault));
        routes.delete("/sandbox/faults", ctx -> faults.clear());
        routes.get("/sandbox/traffic", ctx -> Replies.json(ctx, 200, view.traffic()));
        routes.get("/sandbox/versions", ctx -> Replies.json(ctx, 200, view.versions()));
        routes.get("/sandbox/clock", ctx -> Replies.json(ctx, 200, view.clock()));
        routes.post("/sandbox/clock", guarded(this::turn));
        routes.sse("/sandbox/events", events::join);
    }

    /** A page of another site, open in the same browser, must not be able to speak for people. */
    private static void refuseOtherSites(Context ctx) {
        if ("cross-site".equals(ctx.header("Sec-Fetch-Site"))) {
            throw new ForbiddenResponse();
        }
    }

    private static Handler guarded(Handler handler) {
        return ctx -> {
            try {
                handler.handle(ctx);
            } catch (NoSuchElementException | DateTimeException e) {
                Replies.json(ctx, 404, Map.of("message", String.valueOf(e.getMessage())));
            }
        };
    }

    private void read(Context ctx) {
        String person = String.valueOf(ctx.queryParam("person"));
        Replies.json(ctx, 200, chats.messages(person, String.valueOf(ctx.queryParam("room"))));
    }

    private void write(Context ctx) {
        ObjectNode body = body(ctx);
        String person = Json.text(body, "/person");
        String thread = Json.text(body, "/thread");
        String text = Json.text(body, "/text");
        Replies.json(
                ctx,
                201,
                thread.isEmpty()
                        ? chats.say(person, Json.text(body, "/room"), text)
                        : chats.reply(person, chats.message(person, Json.text(body, "/room"), thread), text));
    }

    private void click(Context ctx) {
        ObjectNode body = body(ctx);
        Map<String, ?> inputs = inputs(body.path("inputs"));
        JsonNode action = body.path("action");
        String person = Json.text(body, "/person");
        Answer answer = action.isString()
                ? chats.click(person, message(body), action.asString(), inputs)
                : chats.press(person, message(body), action, inputs);
        answer(ctx, answer);
    }

    private static Map<String, JsonNode> inputs(JsonNode inputs) {
        return inputs.propertyStream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void refresh(Context ctx) {
        ObjectNode body = body(ctx);
        String person = Json.text(body, "/person");
        if (Json.text(body, "/trigger").equals("automatic")) {
            chats.see(person, message(body));
            ctx.status(204);
        } else {
            chats.refresh(person, message(body)).ifPresentOrElse(answer -> answer(ctx, answer), () -> ctx.status(204));
        }
    }

    private void signIn(Context ctx) {
        ObjectNode body = body(ctx);
        String code = Json.text(body, "/code");
        String pending = Json.text(body, "/pending");
        if (pending.isEmpty()) {
            boolean good = chats.signedIn(Json.text(body, "/person"), message(body), code);
            answer(ctx, good ? new Answer.Sent() : new Answer.Refused("412", "The sign-in did not work."));
        } else {
            answer(ctx, chats.signedIn(new Answer.SignIn(pending, "", ""), code));
        }
    }

    private void deliverAgain(Context ctx) {
        Replies.json(ctx, 200, Map.of("delivered", chats.deliverAgain(message(body(ctx)))));
    }

    private void membership(Context ctx) {
        ObjectNode body = body(ctx);
        String person = Json.text(body, "/person");
        if (Json.text(body, "/room").isEmpty()) {
            chats.introduce(person);
        } else if (body.path("removed").asBoolean(false)) {
            chats.remove(person, Json.text(body, "/room"));
        } else {
            chats.add(person, Json.text(body, "/room"));
        }
        ctx.status(204);
    }

    private void locale(Context ctx) {
        ObjectNode body = body(ctx);
        chats.locale(Json.text(body, "/person"), Json.text(body, "/locale"));
        ctx.status(204);
    }

    private void fault(Context ctx) {
        ObjectNode body = body(ctx);
        String person = Json.text(body, "/person");
        int status = body.path("status").asInt(0);
        int times = body.path("times").asInt(1);
        String importing = Json.text(body, "/importInto");
        if (!importing.isEmpty()) {
            world.faults(importing)
                    .failNextImport("con_expense", "0x80044150", "The attribute con_amount cannot change its type.");
        } else if (!person.isEmpty()) {
            faults.silentSignIn(person, body.path("silentSignIn").asBoolean(true));
        } else if (status == 429) {
            faults.throttle(times, body.path("retryAfter").asInt(2));
        } else {
            faults.fail(times, status);
        }
        ctx.status(204);
    }

    private void turn(Context ctx) {
        world.clock().turn(Duration.parse(Json.text(body(ctx), "/by")));
        events.tell("clock", view.clock());
        Replies.json(ctx, 200, view.clock());
    }

    private Message message(ObjectNode body) {
        return chats.message(Json.text(body, "/person"), Json.text(body, "/room"), Json.text(body, "/id"));
    }

    private static void answer(Context ctx, Answer answer) {
        ObjectNode json = Json.MAPPER.valueToTree(answer);
        Replies.json(ctx, 200, json.put("kind", answer.getClass().getSimpleName()));
    }

    private static ObjectNode body(Context ctx) {
        ObjectNode body = Json.objectOrNull(ctx.body());
        if (body == null) {
            throw new NoSuchElementException("the body is no JSON object");
        }
        return body;
    }
}
