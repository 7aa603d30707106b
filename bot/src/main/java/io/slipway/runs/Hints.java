package io.slipway.runs;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Remembers that something may have changed while its card was being drawn. In memory only: after a kill the poll of
 * {@link RunTask} repairs what was missed.
 */
public final class Hints {

    private final ConcurrentMap<String, Long> heard = new ConcurrentHashMap<>();

    /** Something may have changed. */
    public void hear(String name) {
        heard.merge(name, 1L, Long::sum);
    }

    /** How many hints there have been; taken before looking. */
    public long count(String name) {
        return heard.getOrDefault(name, 0L);
    }

    /** True when nothing was heard since that count: the look was late enough, the hints are forgotten. */
    public boolean quietSince(String name, long count) {
        return count == 0 ? !heard.containsKey(name) : heard.remove(name, count);
    }
}
