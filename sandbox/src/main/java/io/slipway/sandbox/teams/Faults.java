package io.slipway.sandbox.teams;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Troubles of the real Teams that can be called up: throttling, bad gateways, sign-in that needs a person. */
public final class Faults {

    private final Deque<Fault> next = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<String> mustSignIn = ConcurrentHashMap.newKeySet();
    private final Set<String> twoClients = ConcurrentHashMap.newKeySet();

    /** An answer of the connector that comes instead of the right one. */
    record Fault(int status, int retryAfterSeconds) {}

    /** The connector answers the next requests 429. */
    public void throttle(int times, int retryAfterSeconds) {
        add(times, new Fault(429, retryAfterSeconds));
    }

    /** The connector answers the next requests with this status, such as 502. */
    public void fail(int times, int status) {
        add(times, new Fault(status, 0));
    }

    /** No more failures from here on. */
    public void clear() {
        lock.lock();
        try {
            next.clear();
        } finally {
            lock.unlock();
        }
        mustSignIn.clear();
        twoClients.clear();
    }

    /** Whether Teams can sign this person in silently; when not, they have to use the button. */
    public void silentSignIn(String person, boolean works) {
        if (works) {
            mustSignIn.remove(person);
        } else {
            mustSignIn.add(person);
        }
    }

    /** This person has Teams open twice, so that each token exchange arrives twice with the same id. */
    public void twoClients(String person) {
        twoClients.add(person);
    }

    boolean mustSignIn(String person) {
        return mustSignIn.contains(person);
    }

    int clients(String person) {
        return twoClients.contains(person) ? 2 : 1;
    }

    Optional<Fault> take() {
        lock.lock();
        try {
            return Optional.ofNullable(next.poll());
        } finally {
            lock.unlock();
        }
    }

    private void add(int times, Fault fault) {
        lock.lock();
        try {
            for (int i = 0; i < times; i++) {
                next.add(fault);
            }
        } finally {
            lock.unlock();
        }
    }
}
