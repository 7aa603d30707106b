package io.slipway.cards;

/**
 * What the buttons of cards say to do: the verb of an Action.Execute, or {@code verb} among the data of an
 * Action.Submit that stands in for it. Beside each verb: the names of what comes along, see {@link Fields}.
 */
public final class Verbs {
    /** Shows the run as this person may see it; {@code run}. Comes by itself too. */
    public static final String RUN_REFRESH = "run.refresh";

    /** Cancels the run; {@code run}. */
    public static final String RUN_CANCEL = "run.cancel";

    /** Reruns the failed jobs of the run; {@code run}, {@code attempt}. */
    public static final String RUN_RERUN = "run.rerun";

    /** Shows the approval as this person may see it; {@code gate}, {@code run}. Comes by itself too. */
    public static final String APPROVAL_REFRESH = "approval.refresh";

    /** Approves; {@code gate}, {@code run}, {@code comment}. */
    public static final String APPROVAL_APPROVE = "approval.approve";

    /** Rejects; {@code gate}, {@code run}, {@code reason}. */
    public static final String APPROVAL_REJECT = "approval.reject";

    /** Shows the approval's card to whoever asks; {@code gate}, {@code run}. */
    public static final String APPROVAL_SHOW = "approval.show";

    /** Does what typing the command would do; {@code command}. */
    public static final String COMMAND_RUN = "command.run";

    /** A form was filled in; {@code command} is the name of the command, the fields are the form's questions. */
    public static final String FORM_SUBMIT = "form.submit";

    /** Reads what is where again; {@code solution}, which is empty for all. */
    public static final String STATUS_REFRESH = "status.refresh";

    /** The question is answered with yes; {@code command} is what was asked about. */
    public static final String CONFIRM_YES = "confirm.yes";

    /** The question is answered with no; {@code command} is what was asked about. */
    public static final String CONFIRM_NO = "confirm.no";

    /** Signs a person in; {@code person} is who was asked. Comes by itself too. */
    public static final String SIGN_IN = "signin.continue";

    private Verbs() {}
}
