package io.slipway.store;

import io.slipway.ports.Ledger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit, in a table that is only added to. */
final class SqlLedger implements Ledger {

    private final JdbcClient sql;

    SqlLedger(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void write(Entry entry) {
        sql.sql("insert into ledger (at, act_key, person, act, subject, outcome, detail)"
                        + " values (:at, :key, :person, :act, :subject, :outcome, :detail)")
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("key", entry.key())
                .param("person", entry.person())
                .param("act", entry.act())
                .param("subject", entry.subject())
                .param("outcome", entry.outcome())
                .param("detail", entry.detail())
                .update();
    }

    @Override
    public List<Entry> about(String subject, int most) {
        return sql.sql("select * from ledger where subject = :about or person = :about or act_key = :about"
                        + " order by id desc limit :most")
                .param("about", subject)
                .param("most", most)
                .query(SqlLedger::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("act_key"),
                row.getString("person"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("outcome"),
                row.getString("detail"));
    }
}
