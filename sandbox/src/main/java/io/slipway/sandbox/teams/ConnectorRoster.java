package io.slipway.sandbox.teams;

import io.javalin.http.Context;
import io.slipway.sandbox.world.Human;
import io.slipway.sandbox.world.World;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is in a conversation, and what the team is made of. */
final class ConnectorRoster {

    private final World world;
    private final ChatLog log;
    private final Limits limits;

    ConnectorRoster(World world, ChatLog log, Limits limits) {
        this.world = world;
        this.log = log;
        this.limits = limits;
    }

    void members(Context ctx) {
        Replies.json(ctx, 200, array(humans(place(ctx).room())));
    }

    void activityMembers(Context ctx) {
        Place place = place(ctx);
        log.find(place.room().id(), ctx.pathParam("activity")).orElseThrow(ConnectorProblem::noActivity);
        Replies.json(ctx, 200, array(humans(place.room())));
    }

    void member(Context ctx) {
        Room room = place(ctx).room();
        Human human = world.human(ctx.pathParam("member"))
                .filter(found -> humans(room).contains(found))
                .orElseThrow(() ->
                        new ConnectorProblem(404, "MemberNotFoundInConversation", "Member not found in conversation."));
        Replies.json(ctx, 200, account(human));
    }

    /** Pages of 50 to 500, of which a company of four fills one; the token of a next page is a number. */
    void pages(Context ctx) {
        List<Human> all = humans(place(ctx).room());
        int from = number(ctx, "continuationToken", 0);
        int size = Math.clamp(number(ctx, "pageSize", 200), 50, 500);
        ObjectNode page = Json.object();
        int end = Math.min(all.size(), from + size);
        page.set("members", array(all.subList(Math.min(from, end), end)));
        if (end < all.size()) {
            page.put("continuationToken", Integer.toString(end));
        }
        Replies.json(ctx, 200, page);
    }

    private static int number(Context ctx, String name, int otherwise) {
        try {
            return Integer.parseUnsignedInt(Objects.requireNonNullElse(ctx.queryParam(name), "" + otherwise));
        } catch (NumberFormatException e) {
            throw ConnectorProblem.badSyntax("Invalid " + name);
        }
    }

    void team(Context ctx) {
        known(ctx);
        Replies.json(
                ctx,
                200,
                Json.object()
                        .put("id", Room.TEAM)
                        .put("name", Room.TEAM_NAME)
                        .put("aadGroupId", Room.TEAM_GROUP)
                        .put("type", "standard")
                        .put("tenantId", World.TENANT)
                        .put("channelCount", 2)
                        .put("memberCount", world.humans().size()));
    }

    /** The General channel has no name here: it bears the team's id. */
    void channels(Context ctx) {
        known(ctx);
        ObjectNode answer = Json.object();
        ArrayNode channels = answer.putArray("conversations");
        log.rooms().stream().filter(Room::channel).forEach(room -> {
            ObjectNode channel = channels.addObject().put("id", room.id());
            channel.put("name", room.equals(Room.GENERAL) ? null : room.name()).put("type", "standard");
        });
        Replies.json(ctx, 200, answer);
    }

    private static void known(Context ctx) {
        if (!ctx.pathParam("team").equals(Room.TEAM)) {
            throw new ConnectorProblem(404, "NotFound", "The team was not found.");
        }
    }

    private Place place(Context ctx) {
        Place place = Place.of(ctx.pathParam("conversation"), log);
        limits.use("read" + place.room().id(), Limits.READ).ifPresent(seconds -> {
            throw ConnectorProblem.throttled(seconds);
        });
        return place;
    }

    private List<Human> humans(Room room) {
        return world.humans().stream()
                .filter(human -> room.channel() || room.person().equals(human.alias()))
                .toList();
    }

    private static ArrayNode array(List<Human> humans) {
        ArrayNode accounts = Json.MAPPER.createArrayNode();
        humans.forEach(human -> accounts.add(account(human)));
        return accounts;
    }

    private static ObjectNode account(Human human) {
        int space = human.name().indexOf(' ');
        return Json.object()
                .put("id", human.teamsId())
                .put("name", human.name())
                .put("objectId", human.objectId())
                .put("aadObjectId", human.objectId())
                .put("givenName", human.name().substring(0, space))
                .put("surname", human.name().substring(space + 1))
                .put("email", human.mail())
                .put("userPrincipalName", human.mail())
                .put("tenantId", World.TENANT)
                .put("userRole", "user");
    }
}
