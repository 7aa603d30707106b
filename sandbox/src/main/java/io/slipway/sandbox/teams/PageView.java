package io.slipway.sandbox.teams;

import io.slipway.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
                "commands", CommandList.in(extras.commands()),
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
}
