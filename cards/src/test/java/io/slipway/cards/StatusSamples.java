package io.slipway.cards;

import io.slipway.cards.StatusCard.Going;
import io.slipway.cards.StatusCard.Place;
import io.slipway.cards.StatusCard.Section;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each state of the status card that is worth seeing. */
final class StatusSamples {
    private static final Instant THEN = Instant.parse("2026-11-20T14:05:00Z");
    private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");
    private static final String LINK = "https://dev.azure.com/contoso/Expenses/_build/results?buildId=4711";

    private StatusSamples() {}

    static Map<String, Face> all() {
        Map<String, Face> samples = new LinkedHashMap<>();
        samples.put("status-still", status(List.of()));
        samples.put(
                "status-busy",
                status(List.of(
                        new Going("Expenses 1.4.0.13 to Production", State.WAITING, "waits for Rita Okafor", LINK),
                        new Going("Travel 2.0.0.1 to Test", State.RUNNING, "Deploy to Test, 40 %", LINK))));
        samples.put("status-unread", new StatusCard("", List.of(expenses(), travel()), List.of(), NOW));
        samples.put("status-none", new StatusCard("", List.of(), List.of(), NOW));
        return samples;
    }

    private static StatusCard status(List<Going> running) {
        return new StatusCard("Expenses", List.of(expenses()), running, NOW);
    }

    private static Section expenses() {
        return new Section(
                "Expenses",
                List.of(
                        new Place("Test", "1.4.0.12", Optional.of(NOW), true, ""),
                        new Place("Production", "1.4.0.11", Optional.of(THEN), true, "")));
    }

    private static Section travel() {
        return new Section(
                "Travel",
                List.of(
                        new Place("Test", "2.0.0.1", Optional.of(THEN), false, ""),
                        new Place("Acceptance", "", Optional.empty(), true, ""),
                        new Place(
                                "Production",
                                "",
                                Optional.empty(),
                                true,
                                "The environment did not answer within 30 s.")));
    }
}
