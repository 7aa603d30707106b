package io.slipway.cards;

/** Names of what comes along with a {@linkplain Verbs verb}: what the card carried and what the person filled in. */
public final class Fields {
    /** The key of the run, as the card was given it. */
    public static final String RUN = "run";

    /** The key of the approval, as the card was given it. */
    public static final String GATE = "gate";

    /** Which attempt of the run the button belongs to: a press on an older attempt does nothing. */
    public static final String ATTEMPT = "attempt";

    /** What an approver says beside the approval, may be missing. */
    public static final String COMMENT = "comment";

    /** Why somebody rejects. */
    public static final String REASON = "reason";

    /** A command as one would type it, or its name where a form asks for the rest. */
    public static final String COMMAND = "command";

    public static final String SOLUTION = "solution";
    public static final String VERSION = "version";
    public static final String TARGET = "target";

    private Fields() {}
}
