package io.slipway.store;

import io.slipway.ports.Received;
import io.slipway.ports.Shelf;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What arrived. The note that something arrived is durable before it is handled; the note that it was handled follows a
 * moment later, with whatever else is written then.
 */
final class SqlReceived implements Received, Shelf, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqlReceived.class);

    private static final String ARRIVED = "insert into received (id, at, handled, body) values (?, ?, ?, ?)";
    private static final String HANDLED = "update received set handled = true, body = null where id = ?";

    private final JdbcClient sql;
    private final JdbcTemplate batches;
    private final TransactionOperations transaction;
    private final InstantSource time;
    private final Upsert upsert;
    private final GroupCommit<Note> notes;

    SqlReceived(JdbcTemplate batches, TransactionOperations transaction, InstantSource time) {
        this.sql = JdbcClient.create(batches);
        this.batches = batches;
        this.transaction = transaction;
        this.time = time;
        this.upsert = new Upsert(sql);
        this.notes = new GroupCommit<>("received", this::commit);
    }

    private sealed interface Note {
        record Arrived(String id, String body) implements Note {}

        record Handled(String id) implements Note {}
    }

    private void commit(List<Note> group) {
        Timestamp now = Timestamp.from(time.instant());
        List<Object[]> arrived = group.stream()
                .filter(Note.Arrived.class::isInstance)
                .map(Note.Arrived.class::cast)
                .map(note -> new Object[] {note.id(), now, note.body().isEmpty(), note.body()})
                .toList();
        List<Object[]> handled = group.stream()
                .filter(Note.Handled.class::isInstance)
                .map(Note.Handled.class::cast)
                .map(note -> new Object[] {note.id()})
                .toList();
        transaction.executeWithoutResult(status -> {
            batches.batchUpdate(ARRIVED, arrived);
            batches.batchUpdate(HANDLED, handled);
        });
    }

    @Override
    public boolean first(String id, String body) {
        try {
            notes.write(new Note.Arrived(id, body));
            return true;
        } catch (DuplicateKeyException again) {
            return false;
        }
    }

    @Override
    public void handled(String id) {
        var unused = notes.add(new Note.Handled(id)).exceptionally(e -> {
            LOG.warn("received={} was handled, which could not be noted: {}", id, e.getMessage());
            return null;
        });
    }

    @Override
    public List<Unhandled> unhandled(Instant before) {
        return sql.sql("select id, body from received where handled = false and at < ? order by at")
                .param(before.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Unhandled(row.getString("id"), row.getString("body")))
                .list();
    }

    @Override
    public void park(String person, String place, String body) {
        upsert.run(
                "update parked set body = ?, taken = null where person = ? and place = ?",
                "insert into parked (body, person, place) values (?, ?, ?)",
                body,
                person,
                place);
    }

    private record Parked(String person, String place, String body) {}

    @Override
    public List<String> unpark(String person) {
        List<Parked> parked = sql.sql("select person, place, body from parked where person = ? and taken is null")
                .param(person)
                .query(Parked.class)
                .list();
        return parked.stream()
                .filter(one -> take(one, "taken is null"))
                .map(Parked::body)
                .toList();
    }

    @Override
    public List<String> unanswered(Instant before) {
        List<Parked> parked = sql.sql("select person, place, body from parked where taken < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .query(Parked.class)
                .list();
        return parked.stream()
                .filter(one -> take(one, "taken is not null"))
                .map(Parked::body)
                .toList();
    }

    /** Only one of several that want it gets it. */
    private boolean take(Parked parked, String still) {
        return sql.sql("update parked set taken = ? where person = ? and place = ? and " + still)
                        .params(time.instant().atOffset(ZoneOffset.UTC), parked.person(), parked.place())
                        .update()
                > 0;
    }

    @Override
    public void answered(String person, String place) {
        sql.sql("delete from parked where person = ? and place = ? and taken is not null")
                .params(person, place)
                .update();
    }

    @Override
    public void forget(Instant before) {
        sql.sql("delete from received where handled = true and at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void close() {
        notes.close();
    }
}
