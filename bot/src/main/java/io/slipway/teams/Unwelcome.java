package io.slipway.teams;

/** What arrived is refused, with this HTTP status; it costs no stack trace, since strangers can cause it at will. */
final class Unwelcome extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final int status;

    Unwelcome(int status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
