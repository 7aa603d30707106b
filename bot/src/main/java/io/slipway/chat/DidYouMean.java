package io.slipway.chat;

import io.slipway.cards.SuggestionCard;
import io.slipway.cards.SuggestionCard.Suggestion;
import io.slipway.ports.Reply;
import java.util.List;

/** Answers a name that nobody bears with the one that was probably meant, as a button that runs the corrected line. */
public final class DidYouMean {

    private DidYouMean() {}

    /**
     * @param kind what it would have been, such as {@code solution}
     * @param known all names of this kind
     */
    public static Reply reply(Ask ask, String kind, String typed, List<String> known) {
        String problem = "There is no " + kind + " called “" + shortened(typed) + "”.";
        List<Suggestion> near = Nearest.to(typed, known).map(List::of).orElse(known).stream()
                .map(name -> new Suggestion(name, ask.words().corrected(typed, name)))
                .toList();
        return near.isEmpty()
                ? new Reply.Say("There is no " + kind + " called **" + Plain.text(typed)
                        + "**, and none is set up. Whoever runs Slipway adds it to catalog.yml.")
                : new Reply.Show(new SuggestionCard(problem, near).card());
    }

    private static String shortened(String word) {
        return word.length() > 40 ? word.substring(0, 40) + "…" : word;
    }
}
