package io.slipway.store;

import io.slipway.ports.Postings;
import io.slipway.ports.Room;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Which message shows which thing. */
final class SqlPostings implements Postings {

    private final JdbcClient sql;
    private final TransactionOperations transaction;

    SqlPostings(JdbcClient sql, TransactionOperations transaction) {
        this.sql = sql;
        this.transaction = transaction;
    }

    @Override
    public Optional<Posting> of(String thing) {
        return sql.sql("select * from postings where thing = ?")
                .param(thing)
                .query(SqlPostings::posting)
                .optional();
    }

    @Override
    public List<Posting> newestIn(String place, int most) {
        return sql.sql("select * from postings where place = ? order by id desc limit ?")
                .param(place)
                .param(most)
                .query(SqlPostings::posting)
                .list();
    }

    @Override
    public void intend(String thing, Room room) {
        transaction.executeWithoutResult(status -> {
            forget(thing);
            sql.sql("insert into postings (thing, place, room, activity, fingerprint) values (?, ?, ?, null, '')")
                    .param(thing)
                    .param(room.place())
                    .param(Rooms.write(room))
                    .update();
        });
    }

    @Override
    public void shown(String thing, String activity, String fingerprint) {
        sql.sql("update postings set activity = ?, fingerprint = ? where thing = ?")
                .param(activity)
                .param(fingerprint)
                .param(thing)
                .update();
    }

    @Override
    public void forget(String thing) {
        sql.sql("delete from postings where thing = ?").param(thing).update();
    }

    private static Posting posting(ResultSet row, int number) throws SQLException {
        return new Posting(
                row.getString("thing"),
                Rooms.read(row.getString("room")),
                Optional.ofNullable(row.getString("activity")),
                row.getString("fingerprint"));
    }
}
