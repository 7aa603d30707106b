package io.slipway.sandbox.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The time in the imitated clouds. It runs along with the machine's clock, or stands still for tests, and can be turned
 * forward; what was planned for the time that passed happens in its order, on the turning thread, or on the thread that
 * calls {@link #catchUp()} now and then.
 */
public final class SandboxClock extends Clock {

    private final InstantSource wall;
    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Planned> planned =
            new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparingLong(Planned::order));
    private Duration turned = Duration.ZERO;
    private long order;

    /** Runs along with this source of time: the machine's clock, or a fixed one that only turns. */
    public SandboxClock(InstantSource wall) {
        this.wall = wall;
    }

    private record Planned(Instant at, long order, Runnable action) {}

    @Override
    public Instant instant() {
        lock.lock();
        try {
            return wall.instant().plus(turned);
        } finally {
            lock.unlock();
        }
    }

    /** The time without turning: what tokens are dated by, since their readers have clocks of their own. */
    public Instant wall() {
        return wall.instant();
    }

    /** Plans something for later; it happens once the clock has reached that time. */
    public void after(Duration delay, Runnable action) {
        lock.lock();
        try {
            planned.add(new Planned(wall.instant().plus(turned).plus(delay), order++, action));
        } finally {
            lock.unlock();
        }
    }

    /** Turns the clock forward and lets everything happen that was planned until then, each at its own time. */
    public void turn(Duration by) {
        Instant goal = instant().plus(by);
        for (Planned next = takeDue(goal); next != null; next = takeDue(goal)) {
            advanceTo(next.at());
            next.action().run();
        }
        advanceTo(goal);
    }

    /** Lets everything happen that is due by now. */
    public void catchUp() {
        List<Planned> due = new ArrayList<>();
        Instant now = instant();
        for (Planned next = takeDue(now); next != null; next = takeDue(now)) {
            due.add(next);
        }
        due.forEach(next -> next.action().run());
    }

    private Planned takeDue(Instant until) {
        lock.lock();
        try {
            Planned next = planned.peek();
            return next != null && !next.at().isAfter(until) ? planned.poll() : null;
        } finally {
            lock.unlock();
        }
    }

    private void advanceTo(Instant time) {
        lock.lock();
        try {
            Duration missing = Duration.between(wall.instant().plus(turned), time);
            turned = missing.isNegative() ? turned : turned.plus(missing);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return InstantSource.system().withZone(zone);
    }
}
