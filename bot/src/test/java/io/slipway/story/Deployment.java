package io.slipway.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.teams.Answer;
import io.slipway.sandbox.teams.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One deployment to production as its people live it, whatever happens to the bot meanwhile. */
final class Deployment {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String ROOM = "general";
    private static final String TITLE = "Expenses 1.4.0.13 to Production";
    private static final Pattern RUN_LINK = Pattern.compile("buildId=(\\d+)");

    /** Words that only the card of a run has, and only that of an approval. */
    private static final String RUN = "Asked in";

    private static final String GATE = "Before this gate";

    private final Voyage voyage;
    private final String asker;
    private final String comment;
    private final Set<Integer> earlier;
    private Optional<Message> asked = Optional.empty();

    Deployment(Voyage voyage, String asker, String comment) {
        this.voyage = voyage;
        this.asker = asker;
        this.comment = comment;
        this.earlier = voyage.truth().runs().stream().map(Truth.Run::id).collect(Collectors.toSet());
    }

    /** Waits until nothing is on its way any more; whoever asks is signed in afterwards. */
    static void free(Voyage voyage, String person) {
        Eventually.asksUntil("the way to production is free", PATIENCE, () -> {
            Message question = voyage.chats().say(person, ROOM, "@Slipway deploy Expenses to prod --dry-run");
            return Eventually.see("an answer", PATIENCE, () -> answer(voyage, person, question))
                    .contains("Nothing was started");
        });
    }

    private static Optional<String> answer(Voyage voyage, String person, Message question) {
        return voyage.slipways(person, ROOM).stream()
                .filter(message -> message.thread().equals(question.thread()))
                .map(Message::readable)
                .filter(words -> words.contains("Nothing was started") || words.contains("already"))
                .findFirst();
    }

    /** Somebody asks, Rita approves, and both stay until it is over. */
    void live() {
        asked = Optional.of(voyage.chats().say(asker, ROOM, "@Slipway deploy Expenses to prod --again"));
        int run = Eventually.see("the card of a run", PATIENCE, this::begun);
        Eventually.holds("Rita has approved run " + run, PATIENCE, () -> approves(run));
        Eventually.holds(
                "the card of run " + run + " tells the end",
                PATIENCE,
                () -> cards(asker, run, RUN).stream().anyMatch(card -> tells(card, TITLE + "\nSucceeded")));
    }

    private Optional<Integer> begun() {
        return voyage.slipways(asker, ROOM).stream()
                .filter(message -> message.readable().contains(RUN))
                .flatMap(Deployment::run)
                .filter(run -> !earlier.contains(run))
                .findFirst();
    }

    private static Stream<Integer> run(Message card) {
        Matcher link = RUN_LINK.matcher(card.cards().toString());
        return link.find() ? Stream.of(Integer.valueOf(link.group(1))) : Stream.empty();
    }

    /** She presses the button that she sees; when nothing comes of it, she looks again and presses again. */
    private boolean approves(int run) {
        return cards("rita", run, GATE).stream()
                .filter(card -> Screen.offers(card, "approval.approve"))
                .findFirst()
                .map(card -> voyage.chats()
                        .press("rita", card, Screen.action(card, "approval.approve"), Map.of("comment", comment)))
                .filter(answer -> answer instanceof Answer.Card)
                .isPresent();
    }

    private List<Message> cards(String person, int run, String kind) {
        return voyage.slipways(person, ROOM).stream()
                .filter(message ->
                        message.readable().contains(kind) && run(message).anyMatch(linked -> linked.equals(run)))
                .toList();
    }

    private static boolean tells(Message card, String words) {
        return card.readable().contains(words);
    }

    /** Whoever asked and whoever decided find what they expect, once. */
    void holds() {
        List<Truth.Run> runs = voyage.truth().runs().stream()
                .filter(run -> !earlier.contains(run.id()))
                .toList();
        assertThat(runs).as("runs").hasSize(1);
        Truth.Run run = runs.getFirst();
        assertThat(run.requestedFor())
                .isEqualTo(voyage.sandbox().world().human(asker).orElseThrow().name());
        assertThat(run.result()).isEqualTo("succeeded");
        assertThat(voyage.truth().version("prod")).isEqualTo("1.4.0.13");
        assertThat(voyage.truth().approvals().stream().filter(approval -> approval.run() == run.id()))
                .as("approvals")
                .hasSize(1)
                .allSatisfy(this::decided);
        Eventually.holds(
                "one card of run " + run.id() + ", which tells the end",
                () -> one(asker, run.id(), RUN, TITLE + "\nSucceeded"));
        Eventually.holds(
                "one approval card of run " + run.id() + ", which tells who decided",
                () -> one("rita", run.id(), GATE, "Rita Okafor approved"));
        Eventually.holds("what " + asker + " typed was answered", this::answered);
    }

    private void decided(Truth.Approval approval) {
        assertThat(approval.status()).isEqualTo("approved");
        assertThat(approval.decidedBy()).containsExactly("Rita Okafor");
        assertThat(approval.comments()).containsExactly(comment);
    }

    private boolean one(String person, int run, String kind, String words) {
        // Everybody's clients look, since only theirs can tell of a card that the bot does not know.
        List.of("mia", "jonas", "omar").forEach(other -> voyage.slipways(other, ROOM));
        List<Message> cards = cards(person, run, kind);
        return cards.size() == 1 && tells(cards.getFirst(), words);
    }

    private boolean answered() {
        String thread = asked.orElseThrow().thread();
        return voyage.slipways(asker, ROOM).stream()
                .anyMatch(message -> message.thread().equals(thread) && tells(message, "On it: **" + TITLE));
    }
}
