package io.slipway.store;

import io.slipway.ports.Vault;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Secrets in a table, sealed. One that cannot be opened any more is as good as none: the person signs in again. */
final class SqlVault implements Vault {

    private static final Logger LOG = LoggerFactory.getLogger(SqlVault.class);

    private final JdbcClient sql;
    private final Upsert upsert;
    private final Seal seal;

    SqlVault(JdbcClient sql, Seal seal) {
        this.sql = sql;
        this.upsert = new Upsert(sql);
        this.seal = seal;
    }

    @Override
    public Optional<String> open(String name) {
        return sql.sql("select sealed from vault where name = ?")
                .param(name)
                .query(String.class)
                .optional()
                .flatMap(closed -> opened(name, closed));
    }

    private Optional<String> opened(String name, String closed) {
        try {
            return Optional.of(seal.open(name, closed));
        } catch (IllegalStateException e) {
            LOG.warn("secret={} was sealed with another key and is ignored", name);
            return Optional.empty();
        }
    }

    @Override
    public void keep(String name, String secret) {
        upsert.run(
                "update vault set sealed = ? where name = ?",
                "insert into vault (sealed, name) values (?, ?)",
                seal.seal(name, secret),
                name);
    }
}
