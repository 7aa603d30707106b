package io.slipway.teams;

import com.microsoft.bot.schema.Activity;
import io.slipway.alm.Problem;
import io.slipway.ports.Received;
import io.slipway.ports.Redelivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles what people say after Teams has had its answer: noted durably first, so that a kill loses nothing, and handled
 * once, though Teams delivers again what it believes lost.
 */
final class Turns implements Redelivery {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);
    private static final Duration STALE = Duration.ofHours(2);

    private final Arrivals arrivals;
    private final Received received;
    private final Turn turn;
    private final Executor threads;
    private final Semaphore atOnce;
    private final Clock clock;
    private final Set<String> inHand = ConcurrentHashMap.newKeySet();

    Turns(Arrivals arrivals, Received received, Turn turn, Turning turning) {
        this.arrivals = arrivals;
        this.received = received;
        this.turn = turn;
        this.threads = turning.threads();
        this.atOnce = new Semaphore(turning.atOnce());
        this.clock = turning.clock();
    }

    /** On which threads turns are handled, how many at once, and by which time. */
    record Turning(Executor threads, int atOnce, Clock clock) {}

    /** Takes an activity; it is safe when this returns. */
    void take(Activity activity, String body) {
        Arrival arrival = arrivals.arrival(activity);
        if (arrival instanceof Arrival.Ignored) {
            return;
        }
        String key = arrivals.key(activity);
        if (received.first(key, body)) {
            begin(key, arrival);
        }
    }

    @Override
    public void redeliver(Instant arrivedBefore) {
        for (Received.Unhandled left : received.unhandled(arrivedBefore)) {
            if (!inHand.contains(left.id())) {
                log.info("turn={} was cut off and is taken up again", left.id());
                again(left);
            }
        }
        try {
            turn.takeUpAgain(arrivedBefore);
        } catch (Problem e) {
            log.warn("after a sign-in, again: {}", e.getMessage());
        }
    }

    private void again(Received.Unhandled left) {
        try {
            Activity activity = TeamsJson.activity(left.body());
            OffsetDateTime sent = activity.getTimestamp();
            if (sent == null || sent.toInstant().isAfter(clock.instant().minus(STALE))) {
                begin(left.id(), arrivals.arrival(activity));
                return;
            }
            log.warn("turn={} is too old to be answered now: given up", left.id());
        } catch (Unwelcome e) {
            log.warn("turn={} cannot be read again: {}", left.id(), e.getMessage());
        }
        received.handled(left.id());
    }

    private void begin(String key, Arrival arrival) {
        inHand.add(key);
        threads.execute(() -> handle(key, arrival));
    }

    private void handle(String key, Arrival arrival) {
        atOnce.acquireUninterruptibly();
        try {
            turn.handle(arrival);
            received.handled(key);
        } catch (Problem.Unavailable e) {
            log.warn("turn={} is left for later: {}", key, e.getMessage());
        } catch (Problem e) {
            log.warn("turn={} could not be answered: {}", key, e.getMessage());
            received.handled(key);
        } catch (RuntimeException e) {
            log.error("turn={} broke", key, e);
            received.handled(key);
        } finally {
            atOnce.release();
            inHand.remove(key);
        }
    }
}
