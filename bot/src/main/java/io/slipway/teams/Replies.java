package io.slipway.teams;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.slipway.alm.Person;
import io.slipway.alm.Problem;
import io.slipway.cards.Card;
import io.slipway.cards.SignInCard;
import io.slipway.ports.Click;
import io.slipway.ports.Reply;
import io.slipway.ports.Room;
import java.util.Optional;

/** Gives a reply the form that Teams expects for what it replies to. */
final class Replies {

    private final Connector connector;
    private final SignInOffer offer;

    Replies(Connector connector, SignInOffer offer) {
        this.connector = connector;
        this.offer = offer;
    }

    /** What is answered: where, whose it was, and the activity. */
    record Answered(Room room, Person from, String activity) {}

    /**
     * Answers a message by another one.
     *
     * @param word the message with a first word, which the answer replaces
     */
    void send(Answered answered, Reply reply, Optional<String> word) {
        Room room = answered.room();
        Optional<String> activity = reply instanceof Reply.SignIn signIn && room.kind() != Room.Kind.PERSONAL
                ? Optional.of(Outgoing.card(signIn(answered.from(), signIn)))
                : activity(reply);
        if (word.isPresent() && activity.isPresent() && !(reply instanceof Reply.SignIn)) {
            connector.put(room, word.get(), activity.get());
            return;
        }
        word.ifPresent(said -> connector.delete(room, said));
        activity.ifPresent(sent -> connector.reply(room, answered.activity(), sent));
    }

    /** Teams signs people in by its own sign-in card in personal chats only; elsewhere a card's refresh does it. */
    private static Card signIn(Person to, Reply.SignIn signIn) {
        return new SignInCard(to.name(), signIn.reason(), to.id(), to.teamsId()).card();
    }

    /** Answers a press on an old card: what a new card would show instead of itself is edited into the message. */
    void send(Click click, String answered, Reply reply) {
        if (reply instanceof Reply.Show show && !click.card().isEmpty()) {
            connector.put(click.room(), click.card(), Outgoing.card(show.card()));
        } else {
            send(new Answered(click.room(), click.from(), answered), reply, Optional.empty());
        }
    }

    /** Puts something in the place of the card that was pressed; with nothing to say the card goes. */
    void instead(Click click, Reply reply) {
        Optional<String> activity = activity(reply);
        if (activity.isEmpty()) {
            connector.delete(click.room(), click.card());
            return;
        }
        try {
            connector.put(click.room(), click.card(), activity.get());
        } catch (Problem cannotBeEdited) {
            connector.post(click.room(), activity.get());
        }
    }

    /** Says something where nothing in particular is answered. */
    void say(Room room, Reply reply) {
        activity(reply).ifPresent(activity -> connector.post(room, activity));
    }

    private Optional<String> activity(Reply reply) {
        return switch (reply) {
            case Reply.Silence silence -> Optional.empty();
            case Reply.Say say -> Optional.of(Outgoing.text(say.text()));
            case Reply.Show show -> Optional.of(Outgoing.card(show.card()));
            case Reply.SignIn signIn -> Optional.of(Outgoing.signIn(offer.content(signIn.reason())));
            case Reply.Refuse refuse -> Optional.of(Outgoing.text(refuse.reason()));
        };
    }

    /** The answer to a press on a card's button. Its HTTP status is always 200: another one shows as a broken card. */
    InvokeAnswer invoke(Reply reply) {
        return switch (reply) {
            case Reply.Silence silence -> said("");
            case Reply.Say say -> said(say.text());
            case Reply.Show show -> {
                ObjectNode body = InvokeAnswer.body(200, Outgoing.CARD);
                body.putRawValue("value", new RawValue(show.card().json()));
                yield new InvokeAnswer(200, body.toString());
            }
            case Reply.SignIn signIn -> {
                ObjectNode body = InvokeAnswer.body(401, "application/vnd.microsoft.activity.loginRequest");
                body.set("value", offer.content(signIn.reason()));
                yield new InvokeAnswer(200, body.toString());
            }
            case Reply.Refuse refuse -> InvokeAnswer.error(400, "application/vnd.microsoft.error", refuse.reason());
        };
    }

    private static InvokeAnswer said(String text) {
        ObjectNode body = InvokeAnswer.body(200, "application/vnd.microsoft.activity.message");
        return new InvokeAnswer(200, body.put("value", text).toString());
    }
}
