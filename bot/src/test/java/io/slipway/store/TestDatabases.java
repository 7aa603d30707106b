package io.slipway.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Named;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** Both databases that Slipway runs on, empty but migrated, the same tests for each. */
public final class TestDatabases {

    private static EmbeddedPostgres postgres;

    private TestDatabases() {}

    /** H2 and PostgreSQL, for a parameterized test. */
    public static Stream<Named<DataSource>> both() {
        return Stream.of(Named.of("H2", h2()), Named.of("PostgreSQL", postgres()));
    }

    /** An H2 database of its own, in memory. */
    public static DataSource h2() {
        DataSource database = new SimpleDriverDataSource(
                new org.h2.Driver(), "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return migrated(database, "blob");
    }

    /** A PostgreSQL database of its own, in a server that all tests share. */
    public static synchronized DataSource postgres() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.start();
            }
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return migrated(postgres.getDatabase("postgres", name), "bytea");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSource migrated(DataSource database, String bytes) {
        Flyway.configure()
                .dataSource(database)
                .placeholders(Map.of("bytes", bytes))
                .load()
                .migrate();
        return database;
    }
}
