package io.slipway.onboarding;

import io.slipway.alm.Catalog;
import io.slipway.alm.Solution;
import io.slipway.cards.WelcomeCard;
import io.slipway.cards.WelcomeCard.Starter;
import io.slipway.chat.Greeting;
import io.slipway.ports.Reply;
import io.slipway.ports.Room;
import java.util.List;
import java.util.stream.Collectors;

/** Says hello, and what to say first. */
final class Welcome implements Greeting {

    private final Catalog catalog;

    Welcome(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public Reply hello(Room room) {
        String what = catalog.solutions().stream().map(Solution::title).collect(Collectors.joining(", "));
        String where = room.kind() == Room.Kind.PERSONAL
                ? "Just type what you want."
                : "Mention me and say what you want; “connect” with the address of your project in Azure DevOps makes "
                        + "this its channel.";
        return new Reply.Show(new WelcomeCard(
                        "I take " + what + " from development to production through Azure DevOps. " + where,
                        List.of(
                                new Starter("What can I do here?", "help"),
                                new Starter("What is where?", "status"),
                                new Starter("Deploy something", "deploy")))
                .card());
    }
}
