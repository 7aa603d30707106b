package io.slipway.sandbox.teams;

import io.javalin.http.Context;
import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.World;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the bot says, edits and takes back. */
final class ConnectorMessages {

    private final World world;
    private final ChatLog log;
    private final Limits limits;
    private final Consumer<Place> typing;
    private final BiConsumer<Room, Post> signIn;

    /** Tells of typing and of sign-in cards, which somebody else has to act on. */
    ConnectorMessages(World world, ChatLog log, Limits limits, Consumer<Place> typing, BiConsumer<Room, Post> signIn) {
        this.world = world;
        this.log = log;
        this.limits = limits;
        this.typing = typing;
        this.signIn = signIn;
    }

    /** Begins a thread in a channel, or finds the chat of one person. */
    void create(Context ctx) {
        ObjectNode body = ConnectorDoor.object(ctx);
        String channel = Json.text(body, "/channelData/channel/id");
        Place place = channel.isEmpty() ? personal(body) : Place.of(channel, log);
        JsonNode first = body.path("activity");
        if (place.room().channel() && !first.isObject()) {
            throw ConnectorProblem.badSyntax("Incorrect conversation creation parameters: an activity is needed");
        }
        throttle(place);
        ObjectNode answer = Json.object();
        if (first instanceof ObjectNode activity) {
            ConnectorDoor.check(activity);
            Post post = log.add(place.room(), "", Post.BOT, activity);
            answer.put("id", place.room().conversation(post.thread())).put("activityId", post.id());
        } else {
            answer.put("id", place.room().id());
        }
        Replies.json(ctx, 201, answer);
    }

    private Place personal(ObjectNode body) {
        JsonNode members = body.path("members");
        String tenant = Json.text(body, "/channelData/tenant/id") + Json.text(body, "/tenantId");
        if (members.size() != 1 || body.path("isGroup").asBoolean(false)) {
            throw ConnectorProblem.badSyntax("Incorrect conversation creation parameters");
        }
        if (!tenant.startsWith(World.TENANT)) {
            throw ConnectorProblem.badSyntax("Tenant ID is missing or not the bot's");
        }
        Human person = world.human(Json.text(members, "/0/id"))
                .orElseThrow(() -> new ConnectorProblem(403, "Forbidden", "Failed to decrypt pairwise id"));
        return Place.of(Room.personal(person.alias()).id(), log);
    }

    /** Says something, in a thread when it is an answer in a channel. */
    void send(Context ctx) {
        Place place = Place.of(ctx.pathParam("conversation"), log);
        ObjectNode activity = ConnectorDoor.object(ctx);
        String answered = ctx.pathParamMap().getOrDefault("activity", "");
        throttle(place);
        ConnectorDoor.check(activity);
        String type = Json.text(activity, "/type");
        if (!type.equals("message")) {
            if (type.equals("typing")) {
                typing.accept(place);
            }
            Replies.json(ctx, 201, Json.object().put("id", log.activityId()));
            return;
        }
        Post post = log.add(place.room(), thread(place, answered), Post.BOT, activity);
        if (SignInCards.has(post)) {
            signIn.accept(place.room(), post);
        }
        Replies.json(ctx, 201, Json.object().put("id", post.id()));
    }

    private String thread(Place place, String answered) {
        if (!place.thread().isEmpty() || !place.room().channel() || answered.isEmpty()) {
            return place.thread();
        }
        return log.find(place.room().id(), answered)
                .orElseThrow(ConnectorProblem::noActivity)
                .thread();
    }

    /** Replaces what the bot said. */
    void edit(Context ctx) {
        Place place = Place.of(ctx.pathParam("conversation"), log);
        ObjectNode activity = ConnectorDoor.object(ctx);
        throttle(place);
        ConnectorDoor.check(activity);
        Post post = own(place, ctx.pathParam("activity"));
        log.change(post.room(), post.id(), old -> old.edited(activity));
        Replies.json(ctx, 200, Json.object().put("id", post.id()));
    }

    /** Takes back what the bot said. */
    void delete(Context ctx) {
        Place place = Place.of(ctx.pathParam("conversation"), log);
        Post post = own(place, ctx.pathParam("activity"));
        log.change(post.room(), post.id(), Post::gone);
        ctx.status(200);
    }

    private Post own(Place place, String id) {
        Post post = log.find(place.room().id(), id)
                .filter(found -> !found.deleted())
                .orElseThrow(ConnectorProblem::noActivity);
        if (!post.from().equals(Post.BOT)) {
            throw new ConnectorProblem(403, "Forbidden", "The bot is not the sender of this message.");
        }
        return post;
    }

    private void throttle(Place place) {
        throttle(place, "send", Limits.SEND);
    }

    private void throttle(Place place, String what, List<Limits.Window> windows) {
        limits.use(what + place.room().id(), windows).ifPresent(seconds -> {
            throw ConnectorProblem.throttled(seconds);
        });
    }
}
