package io.slipway.pretend;

import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.cards.Card;
import io.slipway.ports.Conversations;
import io.slipway.ports.Room;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Teams in memory: what people see. */
public final class PretendTeams implements Conversations {

    private final Map<String, Card> cards = new LinkedHashMap<>();
    private final List<String> said = new ArrayList<>();
    private final List<Person> members = new ArrayList<>(List.of(People.MIA, People.JONAS, People.RITA, People.OMAR));
    private int number;
    private int edits;

    @Override
    public String post(Room room, Card card) {
        String activity = room.place() + "#" + number++;
        cards.put(activity, card);
        return activity;
    }

    @Override
    public void edit(Room room, String activity, Card card) {
        if (cards.replace(activity, card) == null) {
            throw new Problem.Refused("The message is gone.");
        }
        edits++;
    }

    @Override
    public void delete(Room room, String activity) {
        cards.remove(activity);
    }

    @Override
    public void say(Room room, String text) {
        said.add(text);
    }

    @Override
    public List<Person> members(Room room) {
        return List.copyOf(members);
    }

    /** All cards that people see, by their activity. */
    public Map<String, Card> cards() {
        return cards;
    }

    /** All sentences. */
    public List<String> said() {
        return said;
    }

    /** How often a card was edited. */
    public int edits() {
        return edits;
    }
}
