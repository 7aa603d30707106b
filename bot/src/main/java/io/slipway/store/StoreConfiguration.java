package io.slipway.store;

import io.slipway.ports.Bindings;
import io.slipway.ports.Ledger;
import io.slipway.ports.Postings;
import io.slipway.ports.Vault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Table of contents: the tables and who speaks to them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreProperties.class)
class StoreConfiguration {

    @Bean
    FlywayConfigurationCustomizer wordsThatDiffer(DataSource database) {
        return flyway -> flyway.placeholders(Map.of("bytes", postgres(database) ? "bytea" : "blob"));
    }

    private static boolean postgres(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached; see spring.datasource.url.", e);
        }
    }

    @Bean
    Ledger ledger(JdbcClient sql) {
        return new SqlLedger(sql);
    }

    @Bean
    Bindings bindings(JdbcClient sql, PlatformTransactionManager transactions) {
        return new SqlBindings(sql, new TransactionTemplate(transactions));
    }

    @Bean
    Postings postings(JdbcClient sql, PlatformTransactionManager transactions) {
        return new SqlPostings(sql, new TransactionTemplate(transactions));
    }

    @Bean
    SqlReceived received(JdbcTemplate sql, PlatformTransactionManager transactions, Clock clock) {
        return new SqlReceived(sql, new TransactionTemplate(transactions), clock);
    }

    @Bean
    Vault vault(JdbcClient sql, StoreProperties settings) {
        Seal seal =
                settings.key().isBlank() ? Seal.of(settings.folder().resolve("slipway.key")) : new Seal(settings.key());
        return new SqlVault(sql, seal);
    }
}
