package io.slipway.sandbox.http;

import java.net.BindException;

/** Somebody else listens on a port that the sandbox needs; the message says which one and what to do. */
public final class PortTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortTakenException(String name, int port, Throwable cause) {
        super(
                "Port " + port + " is taken, and " + name
                        + " needs it. End the program that uses it, or choose another port (see docs/reference/settings.md).",
                cause);
    }

    static RuntimeException orSame(String name, int port, RuntimeException thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof BindException) {
                return new PortTakenException(name, port, thrown);
            }
        }
        return thrown;
    }
}
