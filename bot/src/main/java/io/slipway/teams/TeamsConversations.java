package io.slipway.teams;

import io.slipway.alm.Person;
import io.slipway.cards.Card;
import io.slipway.ports.Conversations;
import io.slipway.ports.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Slipway says by itself, through the Bot Connector. */
final class TeamsConversations implements Conversations {

    private static final int MOST = 500;
    private static final int PAGE = 200;

    private final Connector connector;

    TeamsConversations(Connector connector) {
        this.connector = connector;
    }

    private record Page(
            @Nullable List<Member> members, @Nullable String continuationToken) {}

    private record Member(
            String id,
            @Nullable String name,
            @Nullable String aadObjectId,
            @Nullable String objectId) {

        Person person() {
            String object = aadObjectId != null ? aadObjectId : Objects.requireNonNullElse(objectId, id);
            return new Person(object, Objects.requireNonNullElse(name, ""), id);
        }
    }

    @Override
    public String post(Room room, Card card) {
        return connector.post(room, Outgoing.card(card));
    }

    @Override
    public void edit(Room room, String activity, Card card) {
        connector.put(room, activity, Outgoing.card(card));
    }

    @Override
    public void delete(Room room, String activity) {
        connector.delete(room, activity);
    }

    @Override
    public void say(Room room, String text) {
        connector.post(room, Outgoing.text(text));
    }

    @Override
    public List<Person> members(Room room) {
        List<Person> people = new ArrayList<>();
        String more = "";
        do {
            Page page = connector.get(room.top(), "/pagedmembers?pageSize=" + PAGE + more, Page.class);
            Objects.requireNonNullElse(page.members(), List.<Member>of()).forEach(m -> people.add(m.person()));
            String token = page.continuationToken();
            more = token == null || token.isEmpty() ? "" : "&continuationToken=" + Connector.encoded(token);
        } while (!more.isEmpty() && people.size() < MOST);
        return List.copyOf(people.subList(0, Math.min(people.size(), MOST)));
    }
}
