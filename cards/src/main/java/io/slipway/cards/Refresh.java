package io.slipway.cards;

import java.util.List;

/** Whose clients ask for their own view of a card. */
final class Refresh {
    /** Teams takes no more. */
    private static final int MOST = 60;

    private Refresh() {}

    static List<String> users(List<String> teamsIds) {
        return teamsIds.stream().distinct().limit(MOST).toList();
    }
}
