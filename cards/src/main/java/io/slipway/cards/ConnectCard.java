package io.slipway.cards;

import java.util.List;

/**
 * A channel was bound to a project, or what is in the way.
 *
 * @param project such as {@code Expenses}
 * @param organization such as {@code contoso}
 * @param link where Azure DevOps shows the project
 * @param bound whether the channel is bound now
 * @param checks one for each connection that is needed
 */
public record ConnectCard(String project, String organization, String link, boolean bound, List<Check> checks)
        implements Face {
    public ConnectCard {
        checks = List.copyOf(checks);
    }

    /**
     * One thing that has to work.
     *
     * @param title such as {@code News of runs}
     * @param state SUCCEEDED, or PARTLY where it goes on with less, or FAILED
     * @param detail what was found, may be empty
     * @param remedy who must do what, may be empty
     * @param link where to do it, may be empty
     */
    public record Check(String title, State state, String detail, String remedy, String link) {
        @Slot
        boolean detailed() {
            return !detail.isEmpty();
        }

        @Slot
        boolean mendable() {
            return !remedy.isEmpty();
        }

        @Slot
        boolean linked() {
            return !link.isEmpty();
        }
    }

    @Override
    public String summary() {
        return heading();
    }

    @Slot
    String heading() {
        return bound ? "This conversation belongs to " + project : "Not connected to " + project;
    }

    @Slot
    State state() {
        boolean well = checks.stream().allMatch(c -> c.state() == State.SUCCEEDED);
        return bound ? (well ? State.SUCCEEDED : State.PARTLY) : State.FAILED;
    }
}
