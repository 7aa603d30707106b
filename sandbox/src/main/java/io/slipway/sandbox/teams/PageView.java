package io.slipway.sandbox.teams;

import io.slipway.sandbox.world.World;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** What the chat page is told: people, rooms, messages, commands, clock, versions, raw traffic. */
final class PageView {

    private final World world;
    private final ChatLog log;
    private final Traffic traffic;
    private final PageExtras extras;

    PageView(World world, ChatLog log, Traffic traffic, PageExtras extras) {
        this.world = world;
        this.log = log;
        this.traffic = traffic;
        this.extras = extras;
    }

    Map<String, Object> everything() {
        return Map.of(
                "people",
                        world.humans().stream()
                                .map(human -> Map.of(
                                        "alias", human.alias(),
                                        "name", human.name(),
                                        "role", human.role(),
                                        "teamsId", human.teamsId()))
                                .toList(),
                "team", Room.TEAM_NAME,
                "rooms", log.rooms(),
                "posts",
                        log.rooms().stream()
                                .flatMap(room -> log.in(room.id()).stream())
                                .map(PageView::post)
                                .toList(),
                "commands", commands(),
                "clock", clock());
    }

    /** A message with everybody's views: each page picks its own. */
    static Map<String, Object> post(Post post) {
        return Map.of(
                "id", post.id(),
                "room", post.room(),
                "thread", post.thread(),
                "from", post.from(),
                "at", post.at().toString(),
                "activity", post.deleted() ? Json.object() : post.activity(),
                "version", post.version(),
                "deleted", post.deleted(),
                "views",
                        post.views().entrySet().stream()
                                .filter(view -> view.getValue().version() == post.version())
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        view -> view.getValue().card())),
                "state", post.state());
    }

    Map<String, String> clock() {
        return Map.of("now", world.clock().instant().toString());
    }

    Map<String, String> versions() {
        return extras.versions().get();
    }

    List<Traffic.Exchange> traffic() {
        return traffic.all();
    }

    private List<ObjectNode> commands() {
        return commandFile().findParents("title").stream()
                .filter(command -> command.hasNonNull("description"))
                .map(command -> Json.object()
                        .put("title", Json.text(command, "/title"))
                        .put("description", Json.text(command, "/description")))
                .distinct()
                .toList();
    }

    private JsonNode commandFile() {
        try {
            return extras.commands()
                    .filter(Files::isReadable)
                    .map(file -> Json.MAPPER.readTree(file.toFile()))
                    .map(json -> json.has("bots") ? json.get("bots") : json)
                    .orElse(MissingNode.getInstance());
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
