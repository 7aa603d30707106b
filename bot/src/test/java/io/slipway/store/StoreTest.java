package io.slipway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slipway.alm.Project;
import io.slipway.ports.Bindings.Binding;
import io.slipway.ports.Ledger.Entry;
import io.slipway.ports.Received.Unhandled;
import io.slipway.ports.Room;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class StoreTest {

    private static final String BOTH = "io.slipway.store.TestDatabases#both";
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Room GENERAL = new Room(
            "19:general@thread.tacv2;messageid=1",
            Room.Kind.CHANNEL,
            URI.create("https://smba.example/emea/"),
            "tenant",
            Optional.of("19:general@thread.tacv2"),
            Optional.of("team"));

    private static TransactionTemplate transaction(DataSource database) {
        return new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    private static SqlReceived received(DataSource database) {
        return new SqlReceived(new JdbcTemplate(database), transaction(database), CLOCK);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void an_activity_that_is_delivered_by_many_at_once_is_first_for_one(DataSource database) throws Exception {
        try (SqlReceived received = received(database);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> deliveries = IntStream.range(0, 60)
                    .<Callable<Boolean>>mapToObj(i -> () -> received.first("conversation|" + i % 20, "{}"))
                    .toList();

            long first = 0;
            for (Future<Boolean> delivery : threads.invokeAll(deliveries)) {
                first += delivery.get() ? 1 : 0;
            }

            assertThat(first).isEqualTo(20);
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void what_was_not_handled_is_found_again_and_what_was_is_not(DataSource database) {
        try (SqlReceived received = received(database)) {
            received.first("done", "{1}");
            received.first("cut off", "{2}");
            received.first("a hint with nothing in it", "");
            received.handled("done");
            received.first("later", "{3}"); // written after, so the note before it is durable too

            assertThat(received.unhandled(NOW)).isEmpty();
            assertThat(received.unhandled(NOW.plusSeconds(1)))
                    .containsExactlyInAnyOrder(new Unhandled("cut off", "{2}"), new Unhandled("later", "{3}"));
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void handled_deliveries_are_forgotten_after_a_while_and_open_ones_never(DataSource database) {
        try (SqlReceived received = received(database)) {
            received.first("done", "{}");
            received.first("open", "{}");
            received.handled("done");
            received.first("other", "{}");

            received.forget(NOW.plusSeconds(1));

            assertThat(received.first("done", "{}")).isTrue();
            assertThat(received.first("open", "{}")).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void parked_words_are_taken_once_and_the_last_ones_count(DataSource database) {
        try (SqlReceived received = received(database)) {
            received.park("mia", "general", "deploy Expenses to test");
            received.park("mia", "general", "deploy Expenses to prod");
            received.park("rita", "general", "approvals");

            assertThat(received.unpark("mia")).containsExactly("deploy Expenses to prod");
            assertThat(received.unpark("mia")).isEmpty();
            assertThat(received.unpark("rita")).containsExactly("approvals");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void parked_words_are_kept_until_they_are_answered(DataSource database) {
        try (SqlReceived received = received(database)) {
            received.park("mia", "general", "deploy Expenses to prod");
            assertThat(received.unanswered(NOW.plusSeconds(1))).isEmpty();
            received.unpark("mia");

            assertThat(received.unanswered(NOW.plusSeconds(1))).containsExactly("deploy Expenses to prod");

            received.answered("mia", "general");
            assertThat(received.unanswered(NOW.plusSeconds(1))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void words_that_are_parked_again_wait_for_the_next_sign_in(DataSource database) {
        try (SqlReceived received = received(database)) {
            received.park("mia", "general", "deploy Expenses to prod");
            received.unpark("mia");
            received.park("mia", "general", "deploy Expenses to prod");

            received.answered("mia", "general");

            assertThat(received.unpark("mia")).containsExactly("deploy Expenses to prod");
        }
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void the_audit_gives_back_what_was_written_newest_first(DataSource database) {
        SqlLedger ledger = new SqlLedger(JdbcClient.create(database));
        Entry begun = new Entry(NOW, "k1", "mia", "deploy", "expenses@prod", "begun", "1.4.0.13");
        Entry done = new Entry(NOW.plusSeconds(5), "k1", "mia", "deploy", "expenses@prod", "done", "run 4711");
        ledger.write(begun);
        ledger.write(done);
        ledger.write(new Entry(NOW, "k2", "rita", "approve", "run 4711", "refused", "it's hers; \"quoted\" ü"));

        assertThat(ledger.about("expenses@prod", 10)).containsExactly(done, begun);
        assertThat(ledger.about("mia", 1)).containsExactly(done);
        assertThat(ledger.about("k2", 10)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void a_channel_can_be_bound_anew(DataSource database) {
        SqlBindings bindings = new SqlBindings(JdbcClient.create(database), transaction(database));
        Project project = new Project(URI.create("https://dev.azure.com/contoso"), "Expenses");
        bindings.bind(new Binding(GENERAL.top(), project, false));
        bindings.bind(new Binding(GENERAL.top(), project, true));

        assertThat(bindings.of(GENERAL.place())).contains(new Binding(GENERAL.top(), project, true));
        assertThat(bindings.to(project)).hasSize(1);
        assertThat(bindings.of("elsewhere")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void an_intended_posting_is_remembered_without_its_activity(DataSource database) {
        SqlPostings postings = new SqlPostings(JdbcClient.create(database), transaction(database));
        postings.intend("run 4711", GENERAL);

        assertThat(postings.of("run 4711").orElseThrow().activity()).isEmpty();

        postings.shown("run 4711", "1700000000000", "f1");
        assertThat(postings.of("run 4711").orElseThrow().activity()).contains("1700000000000");
        assertThat(postings.of("run 4711").orElseThrow().room()).isEqualTo(GENERAL);

        postings.intend("run 4712", GENERAL);
        assertThat(postings.newestIn(GENERAL.place(), 5))
                .extracting(posting -> posting.thing())
                .containsExactly("run 4712", "run 4711");
        assertThat(postings.newestIn("elsewhere", 5)).isEmpty();

        postings.forget("run 4711");
        assertThat(postings.of("run 4711")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void a_secret_is_sealed_in_the_table_and_opened_by_its_name_only(DataSource database) {
        Seal seal = new Seal(Base64.getEncoder().encodeToString(new byte[32]));
        SqlVault vault = new SqlVault(JdbcClient.create(database), seal);
        vault.keep("tokens of mia", "very secret");
        vault.keep("tokens of mia", "very secret indeed");

        String row = JdbcClient.create(database)
                .sql("select sealed from vault")
                .query(String.class)
                .single();
        assertThat(vault.open("tokens of mia")).contains("very secret indeed");
        assertThat(row).doesNotContain("secret");
        assertThatThrownBy(() -> seal.open("tokens of rita", row)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_of_the_wrong_length_is_refused_with_the_remedy() {
        assertThatThrownBy(() -> new Seal("c2hvcnQ=")).hasMessageContaining("openssl rand -base64 32");
    }
}
