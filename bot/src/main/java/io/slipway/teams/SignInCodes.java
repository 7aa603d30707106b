package io.slipway.teams;

import io.slipway.ports.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Codes that prove in Teams that somebody has signed in on our page. A code belongs to the person that Entra named, works
 * once, for a few minutes, and cannot be guessed by trying. Kept in the vault, so that any replica knows it.
 */
final class SignInCodes {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int TRIES = 5;
    private static final Pattern SHAPE = Pattern.compile("\\d{8}");

    private final Vault vault;
    private final RandomGenerator random;
    private final Clock clock;

    SignInCodes(Vault vault, RandomGenerator random, Clock clock) {
        this.vault = vault;
        this.random = random;
        this.clock = clock;
    }

    private record Kept(String code, Instant until, int tries) {

        static Optional<Kept> read(String text) {
            String[] parts = text.split(" ");
            return parts.length == 3
                    ? Optional.of(new Kept(
                            parts[0], Instant.ofEpochSecond(Long.parseLong(parts[1])), Integer.parseInt(parts[2])))
                    : Optional.empty();
        }

        String written() {
            return code + " " + until.getEpochSecond() + " " + tries;
        }
    }

    /** A new code for this person; an older one is void. */
    String issue(String person) {
        String code = String.format("%08d", random.nextInt(100_000_000));
        vault.keep(name(person), new Kept(code, clock.instant().plus(LIFE), TRIES).written());
        return code;
    }

    boolean looksLikeOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** Whether it is this person's code; afterwards it is void. */
    boolean take(String person, String code) {
        Optional<Kept> kept = vault.open(name(person))
                .flatMap(Kept::read)
                .filter(k -> k.tries() > 0 && clock.instant().isBefore(k.until()));
        if (kept.isEmpty()) {
            return false;
        }
        boolean right = MessageDigest.isEqual(
                kept.get().code().getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
        Kept rest = new Kept(kept.get().code(), kept.get().until(), kept.get().tries() - 1);
        vault.keep(name(person), right ? "" : rest.written());
        return right;
    }

    private static String name(String person) {
        return "sign-in-code/" + person;
    }
}
