package io.slipway.ports;

import io.slipway.alm.Person;
import java.util.Locale;
import java.util.Map;

/**
 * A press on a card's button, or a card that asks for this person's view of it.
 *
 * @param id conversation id and activity id together
 * @param card id of the activity that shows the card
 * @param verb what the button says to do
 * @param data what the card carried and the person filled in: nothing of it is to be trusted
 * @param automatic the client asked by itself, nobody pressed: nothing may be sent or edited while answering
 */
public record Click(
        String id,
        Room room,
        String card,
        Person from,
        String verb,
        Map<String, String> data,
        boolean automatic,
        Locale locale) {

    public Click {
        data = Map.copyOf(data);
    }
}
