package io.slipway.chat;

import io.slipway.cards.SuggestionCard;
import io.slipway.cards.SuggestionCard.Suggestion;
import io.slipway.ports.Reply;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The commands there are, by their first word. */
final class Commands {

    private static final String HELP = "help";

    private final Map<String, Command> byName = new TreeMap<>();

    Commands(Collection<Command> commands) {
        for (Command command : commands) {
            if (byName.put(command.name(), command) != null) {
                throw new IllegalStateException("Two commands are called " + command.name());
            }
        }
    }

    /** The command of this line; somebody who says nothing wants help. */
    Optional<Command> of(Words words) {
        return named(words.command().orElse(HELP));
    }

    Optional<Command> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What to say to a word that is no command. */
    Reply unknown(Words words) {
        String typed = words.command().orElse("");
        String problem = "I do not know the command “" + shortened(typed) + "”.";
        return Nearest.to(typed, byName.keySet())
                .map(near -> new Suggestion(near, words.corrected(typed, near)))
                .<Reply>map(near -> new Reply.Show(new SuggestionCard(problem, List.of(near)).card()))
                .orElseGet(() -> new Reply.Say("I do not know the command **" + Plain.text(typed)
                        + "**. `help` lists what you can say to me here."));
    }

    private static String shortened(String word) {
        return word.length() > 40 ? word.substring(0, 40) + "…" : word;
    }
}
