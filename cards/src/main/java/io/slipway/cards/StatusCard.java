package io.slipway.cards;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is where, as the environments themselves told, and what is on its way.
 *
 * @param solution whose status was asked for, empty for all; the refresh button brings it back
 * @param sections one for each solution
 * @param running deployments that have not ended
 * @param read when the environments were asked
 */
public record StatusCard(String solution, List<Section> sections, List<Going> running, Instant read) implements Face {
    public StatusCard {
        sections = List.copyOf(sections);
        running = List.copyOf(running);
    }

    /** A solution and its targets, in the order they are gone through. */
    public record Section(String title, List<Place> places) {
        public Section {
            places = List.copyOf(places);
        }

        @Slot
        boolean none() {
            return places.isEmpty();
        }
    }

    /**
     * A solution in a target.
     *
     * @param version empty when it is not there
     * @param since when that version came, where it is known
     * @param managed false is worth a word: a change by hand is possible there
     * @param problem why it could not be read; empty when it could
     */
    public record Place(String target, String version, Optional<Instant> since, boolean managed, String problem) {
        @Slot
        boolean unread() {
            return !problem.isEmpty();
        }

        @Slot
        boolean missing() {
            return !unread() && version.isEmpty();
        }

        @Slot
        boolean there() {
            return !unread() && !version.isEmpty();
        }

        @Slot
        boolean dated() {
            return there() && since.isPresent();
        }

        @Slot
        boolean unmanaged() {
            return there() && !managed;
        }
    }

    /**
     * A deployment that has not ended.
     *
     * @param detail such as {@code Deploy to Test, 40 %} or {@code waits for Rita Okafor}
     * @param link where Azure DevOps shows it
     */
    public record Going(String title, State state, String detail, String link) {}

    @Slot
    @Override
    public String summary() {
        return solution.isEmpty() ? "What is where" : "Where " + solution + " is";
    }

    @Slot
    boolean none() {
        return sections.isEmpty();
    }

    @Slot
    boolean still() {
        return running.isEmpty();
    }

    @Slot
    boolean busy() {
        return !running.isEmpty();
    }
}
