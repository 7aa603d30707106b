package io.slipway.chat;

import io.slipway.alm.Problem;
import io.slipway.cards.ProblemCard;
import io.slipway.ports.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what went wrong into what a person hears: what, why, what next, and a number to ask about. */
final class Apology {

    private static final Logger LOG = LoggerFactory.getLogger(Chat.class);
    private static final String AGAIN = "Try again in a moment.";
    private static final String OURS =
            "Try again. If it happens again, give the number below to whoever runs Slipway: it is in the log.";

    private Apology() {}

    /** For something that was typed. */
    static Reply toMessage(RuntimeException failure, String key) {
        Told told = told(failure, key);
        return told.signIn()
                ? new Reply.SignIn(told.what())
                : new Reply.Show(new ProblemCard(told.what(), "", told.next(), key).card());
    }

    /** For something that was pressed: the card stays, so that it can be pressed again. */
    static Reply toClick(RuntimeException failure, String key) {
        Told told = told(failure, key);
        return told.signIn()
                ? new Reply.SignIn(told.what())
                : new Reply.Refuse((told.what() + " " + told.next()).strip() + " (" + key + ")");
    }

    private static Told told(RuntimeException failure, String key) {
        if (!(failure instanceof Problem problem)) {
            log(key, failure);
            return new Told("Something in Slipway broke while it did this.", OURS, false);
        }
        return switch (problem) {
            case Problem.Refused refused -> new Told(refused.getMessage(), "", false);
            case Problem.SignInNeeded signIn -> new Told(signIn.getMessage(), "", true);
            case Problem.Unavailable unavailable -> {
                LOG.warn("act={} unavailable: {}", key, unavailable.getMessage());
                yield new Told(unavailable.getMessage(), AGAIN, false);
            }
            case Problem.Broken broken -> {
                log(key, broken);
                yield new Told(broken.getMessage(), OURS, false);
            }
        };
    }

    /** One line: a stack trace per mistake would bury what matters. */
    private static void log(String key, RuntimeException failure) {
        Throwable root = failure.getCause() == null ? failure : failure.getCause();
        Object where = root.getStackTrace().length == 0 ? "nowhere" : root.getStackTrace()[0];
        LOG.error("act={} broke: {} at {}", key, String.valueOf(root).replaceAll("\\s+", " "), where);
    }

    private record Told(String what, String next, boolean signIn) {}
}
