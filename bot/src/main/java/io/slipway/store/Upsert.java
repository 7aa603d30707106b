package io.slipway.store;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a row that may be there already, in words that H2 and PostgreSQL share; of two at once, the last one counts. */
record Upsert(JdbcClient sql) {

    /** Both statements take the same parameters in the same order. */
    void run(String update, String insert, String... parameters) {
        List<String> values = List.of(parameters);
        if (sql.sql(update).params(values).update() > 0) {
            return;
        }
        try {
            sql.sql(insert).params(values).update();
        } catch (DuplicateKeyException insertedMeanwhile) {
            sql.sql(update).params(values).update();
        }
    }
}
