package io.slipway.story;

import io.slipway.sandbox.world.Exchanges.Seen;
import java.time.Duration;

/** When the bot is killed: at something that the clouds see of it, or after a while. */
sealed interface Moment {

    /**
     * At a request.
     *
     * @param kind of the request, see {@link #kind}
     * @param which the first of its kind since the message was sent is 1
     * @param done false: it never arrives; true: its effect is there, but the bot never gets the answer
     */
    record At(String kind, int which, boolean done) implements Moment {
        @Override
        public String toString() {
            return (done ? "after " : "before ") + kind + " no. " + which;
        }
    }

    /** Some time after the message was sent, whatever the bot does then. */
    record After(Duration time) implements Moment {
        @Override
        public String toString() {
            return time.toMillis() + " ms after the message";
        }
    }

    /** What a request is about, without the numbers and names that differ each time. */
    static String kind(Seen seen) {
        String path = seen.path()
                .replaceAll("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27,}", "*")
                .replaceAll("conversations/[^/]+", "conversations/*")
                .replaceAll("activities/[^/]+", "activities/*")
                .replaceAll("/\\d+(?=/|$)", "/*");
        return seen.cloud() + " " + seen.method() + " " + path;
    }
}
