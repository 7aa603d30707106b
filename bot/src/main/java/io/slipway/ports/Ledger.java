package io.slipway.ports;

import java.time.Instant;
import java.util.List;

/** Out: who did what, when, with what result. Lines are added, never changed. */
public interface Ledger {

    /** Writes one line, durably, before it returns. */
    void write(Entry entry);

    /** The lines about a subject, a person or a run, newest first. */
    List<Entry> about(String subject, int most);

    /**
     * One line of the audit.
     *
     * @param key correlation id: the lines before and after one act share it
     * @param person Entra object id of whoever acted, or {@code slipway}
     * @param act such as {@code deploy}, {@code approve}
     * @param subject what it was done to, such as {@code expenses@prod} or {@code run 4711}
     * @param outcome {@code begun}, {@code done}, {@code refused} or {@code failed}
     */
    record Entry(Instant at, String key, String person, String act, String subject, String outcome, String detail) {}
}
