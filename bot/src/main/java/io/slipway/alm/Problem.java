package io.slipway.alm;

import java.time.Duration;
import java.util.Optional;

/**
 * Something went wrong that the person should hear about: what happened, why, and what to do next, in one or two
 * sentences without technical noise. Caught in two places only: the hall shows it, the engine retries what may pass.
 */
public abstract sealed class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Problem(String message, Throwable cause) {
        super(message, cause);
    }

    /** The other side understood and said no, or the rules say no: trying again changes nothing. */
    public static final class Refused extends Problem {
        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message, null);
        }

        public Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The person's sign-in is missing or has run out; after signing in, the same act goes through. */
    public static final class SignInNeeded extends Problem {
        private static final long serialVersionUID = 1L;
        private final String claims;

        /** @param claims the claims challenge of the refusing service, empty when there was none */
        public SignInNeeded(String message, String claims) {
            super(message, null);
            this.claims = claims;
        }

        public String claims() {
            return claims;
        }
    }

    /** The other side cannot be reached or is too busy: worth another try. */
    public static final class Unavailable extends Problem {
        private static final long serialVersionUID = 1L;
        private final transient Optional<Duration> retryAfter;

        /** @param retryAfter how long the other side asked us to wait, if it did */
        public Unavailable(String message, Optional<Duration> retryAfter, Throwable cause) {
            super(message, cause);
            this.retryAfter = retryAfter;
        }

        public Unavailable(String message, Throwable cause) {
            this(message, Optional.empty(), cause);
        }

        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /** Slipway or the other side is defective: an answer that nobody foresaw. */
    public static final class Broken extends Problem {
        private static final long serialVersionUID = 1L;

        public Broken(String message, Throwable cause) {
            super(message, cause);
        }

        public Broken(String message) {
            super(message, null);
        }
    }
}
