package io.slipway.teams;

import io.slipway.alm.Person;
import io.slipway.ports.Click;
import io.slipway.ports.Inbox;
import io.slipway.ports.Inbox.Answer;
import io.slipway.ports.Message;
import io.slipway.ports.Reply;
import io.slipway.ports.Room;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One thing that somebody said, from the inbox to the answer in Teams. */
final class Turn {

    private final Inbox inbox;
    private final Replies replies;
    private final SignInCodes codes;
    private final FirstWords firstWords;

    Turn(Inbox inbox, Replies replies, SignInCodes codes, FirstWords firstWords) {
        this.inbox = inbox;
        this.replies = replies;
        this.codes = codes;
        this.firstWords = firstWords;
    }

    void handle(Arrival arrival) {
        switch (arrival) {
            case Arrival.Typed typed -> typed(typed.message(), typed.activity());
            case Arrival.Pressed pressed ->
                replies.send(pressed.click(), pressed.activity(), inbox.click(pressed.click()));
            case Arrival.Added added -> replies.say(added.room(), inbox.joined(added.room(), added.id()));
            case Arrival.Ignored ignored -> {}
        }
    }

    private void typed(Message message, String activity) {
        FirstWords.FirstWord word = firstWords.about(message.room(), activity);
        try {
            Reply reply = answer(message);
            replies.send(new Replies.Answered(message.room(), message.from(), activity), reply, word.over());
        } finally {
            word.over();
        }
    }

    private Reply answer(Message message) {
        return signInCode(message.from(), message.text(), message.room()).orElseGet(() -> inbox.message(message));
    }

    /** Somebody who signed in outside of Teams types the code that the page showed. */
    private Optional<Reply> signInCode(Person person, String text, Room room) {
        if (!codes.looksLikeOne(text) || !codes.take(person.id(), text)) {
            return Optional.empty();
        }
        replies.say(room, new Reply.Say("You are signed in."));
        takeUp(person, Optional.empty());
        return Optional.of(new Reply.Silence());
    }

    /**
     * After a sign-in: what the person wanted before goes on.
     *
     * @param asked the press on the card that asked for the sign-in; the first answer in its room takes its place
     */
    void takeUp(Person person, Optional<Click> asked) {
        List<Answer> answers = inbox.signedIn(person);
        Optional<Answer> instead = asked.flatMap(card ->
                answers.stream().filter(one -> one.room().equals(card.room())).findFirst());
        asked.ifPresent(card -> replies.instead(card, instead.map(Answer::reply).orElseGet(Reply.Silence::new)));
        instead.ifPresent(inbox::answered);
        give(answers.stream()
                .filter(answer -> instead.filter(first -> first == answer).isEmpty())
                .toList());
    }

    /** What was taken up before, but cut off by a kill, goes on. */
    void takeUpAgain(Instant before) {
        give(inbox.unanswered(before));
    }

    private void give(List<Answer> answers) {
        for (Answer answer : answers) {
            replies.say(answer.room(), answer.reply());
            inbox.answered(answer);
        }
    }
}
