package io.slipway.sandbox.world;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** What goes wrong in one environment, because somebody wants to see what others make of it. */
public final class Faults {

    private final ReentrantLock lock = new ReentrantLock();
    private ComponentFault nextImport = ComponentFault.NONE;
    private Throttle throttle = new Throttle(0, Duration.ZERO, "");
    private boolean unreachable;

    /**
     * A component that cannot be imported.
     *
     * @param component schema name or name of a component of the solution
     * @param code such as {@code 0x80044150}
     */
    public record ComponentFault(String component, String code, String text) {

        static final ComponentFault NONE = new ComponentFault("", "", "");
    }

    /**
     * Requests that are refused with 429.
     *
     * @param times how many are still refused
     * @param code which service protection limit, such as {@code 0x80072322}
     */
    public record Throttle(int times, Duration retryAfter, String code) {}

    /** The next import fails at this component. */
    public void failNextImport(String component, String code, String text) {
        locked(() -> nextImport = new ComponentFault(component, code, text));
    }

    /** The fault of the import that starts now; the one after it is not concerned. */
    public Optional<ComponentFault> takeImportFault() {
        lock.lock();
        try {
            ComponentFault taken = nextImport;
            nextImport = ComponentFault.NONE;
            return taken.component().isEmpty() ? Optional.empty() : Optional.of(taken);
        } finally {
            lock.unlock();
        }
    }

    /** The next requests get 429 with this Retry-After and code. */
    public void throttle(int times, Duration retryAfter, String code) {
        locked(() -> throttle = new Throttle(times, retryAfter, code));
    }

    /** The refusal of the request that comes now. */
    public Optional<Throttle> takeThrottle() {
        lock.lock();
        try {
            Throttle now = throttle;
            throttle = new Throttle(Math.max(0, now.times - 1), now.retryAfter, now.code);
            return now.times > 0 ? Optional.of(now) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** From now on connections break off without an answer, or no more. */
    public void unreachable(boolean broken) {
        locked(() -> unreachable = broken);
    }

    public boolean unreachable() {
        lock.lock();
        try {
            return unreachable;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
