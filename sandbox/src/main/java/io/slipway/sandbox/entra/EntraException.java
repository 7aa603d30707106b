package io.slipway.sandbox.entra;

/** Ends a request with an error answer of Entra. */
final class EntraException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient EntraError error;

    EntraException(EntraError error) {
        super(error.text(), null, false, false);
        this.error = error;
    }

    EntraError error() {
        return error;
    }
}
