package io.slipway.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.bot.schema.Activity;
import io.slipway.alm.Person;
import io.slipway.cards.NoteCard;
import io.slipway.cards.Verbs;
import io.slipway.ports.Click;
import io.slipway.ports.Inbox;
import io.slipway.ports.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what waits for its answer in the same breath: presses on cards, and the steps of a sign-in. */
final class Invokes {

    private static final Logger log = LoggerFactory.getLogger(Invokes.class);
    private static final String ERROR = "application/vnd.microsoft.error";
    private static final String NOT_YET = "Slipway cannot do that.";

    private final Arrivals arrivals;
    private final Inbox inbox;
    private final Replies replies;
    private final SignIns signIns;
    private final RecentAnswers recent = new RecentAnswers();

    Invokes(Arrivals arrivals, Inbox inbox, Replies replies, SignIns signIns) {
        this.arrivals = arrivals;
        this.inbox = inbox;
        this.replies = replies;
        this.signIns = signIns;
    }

    InvokeAnswer answer(Activity activity) {
        String name = String.valueOf(activity.getName());
        return switch (name) {
            case "adaptiveCard/action" -> pressed(activity);
            case "signin/tokenExchange" -> exchange(activity);
            case "signin/verifyState" -> signIns.verify(arrivals.person(activity), Arrivals.json(activity.getValue()));
            default -> unknown(name);
        };
    }

    private InvokeAnswer pressed(Activity activity) {
        try {
            Click click = arrivals.executed(activity);
            JsonNode value = Arrivals.json(activity.getValue());
            return click.automatic() || broughtSignIn(value)
                    ? press(click, value)
                    : recent.once(click.id(), () -> press(click, value));
        } catch (Unwelcome e) {
            return InvokeAnswer.error(400, ERROR, "Slipway does not understand this button: " + e.getMessage() + ".");
        } catch (RuntimeException e) {
            log.error("click on card={} broke", activity.getReplyToId(), e);
            return InvokeAnswer.error(
                    500, ERROR, "Something broke in Slipway. Try again; if it lasts, tell your admin.");
        }
    }

    private InvokeAnswer press(Click click, JsonNode value) {
        return signIns.alongWith(click, value)
                .orElseGet(() -> click.verb().equals(Verbs.SIGN_IN)
                        ? signedIn(click, value)
                        : replies.invoke(unlessAskedAgain(inbox.click(click), value)));
    }

    private static Reply unlessAskedAgain(Reply reply, JsonNode value) {
        return reply instanceof Reply.SignIn again && broughtSignIn(value) ? new Reply.Refuse(again.stillNot()) : reply;
    }

    private static boolean broughtSignIn(JsonNode value) {
        return value.hasNonNull("authentication") || value.hasNonNull("state");
    }

    /** The card that asked for a sign-in: the answer takes its place, and it works for whom it asked only. */
    private InvokeAnswer signedIn(Click click, JsonNode value) {
        if (!click.from().id().equals(click.data().getOrDefault("person", ""))) {
            return replies.invoke(new Reply.Refuse("This is for somebody else. Type your own command."));
        }
        if (!broughtSignIn(value)) {
            return replies.invoke(new Reply.SignIn("Sign in, then I go on by myself."));
        }
        return replies.invoke(new Reply.Show(new NoteCard("You are signed in, I go on.").card()));
    }

    /** Teams sends it once from each of the person's devices: the first one counts. */
    private InvokeAnswer exchange(Activity activity) {
        Person person = arrivals.person(activity);
        JsonNode value = Arrivals.json(activity.getValue());
        String exchange = TeamsJson.text(value.path("id"));
        return exchange.isEmpty()
                ? signIns.exchange(person, value)
                : recent.once("sign-in|" + person.id() + "|" + exchange, () -> signIns.exchange(person, value));
    }

    private static InvokeAnswer unknown(String name) {
        ObjectNode body = TeamsJson.object();
        if (name.startsWith("composeExtension/")) {
            body.putObject("composeExtension").put("type", "message").put("text", NOT_YET);
        } else if (name.startsWith("task/")) {
            body.putObject("task").put("type", "message").put("value", NOT_YET);
        } else {
            return InvokeAnswer.DONE;
        }
        return new InvokeAnswer(200, body.toString());
    }
}
