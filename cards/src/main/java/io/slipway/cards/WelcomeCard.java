package io.slipway.cards;

import java.util.List;

/**
 * Says hello where Slipway was added.
 *
 * @param intro what it is for, here
 * @param starters what to say first; pressing one says it
 */
public record WelcomeCard(String intro, List<Starter> starters) implements Face {
    public WelcomeCard {
        starters = List.copyOf(starters);
    }

    /**
     * A first thing to say.
     *
     * @param title what the button says, such as {@code What is where?}
     * @param command what pressing it does, such as {@code status}
     */
    public record Starter(String title, String command) {}

    @Override
    public String summary() {
        return "Hello, I am Slipway. " + intro;
    }
}
