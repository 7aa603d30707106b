package io.slipway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of("Expenses", "test", "prod", "deploy", "status", "approvals");

    @ParameterizedTest
    @CsvSource({
        "Expences,Expenses",
        "EXPENSE,Expenses",
        "tset,test",
        "tst,test",
        "pord,prod",
        "prd,prod",
        "depoly,deploy"
    })
    void a_slip_of_the_finger_is_understood(String typed, String meant) {
        assertThat(Nearest.to(typed, KNOWN).orElse(null)).isEqualTo(meant);
    }

    @Test
    void the_beginning_of_a_word_is_enough() {
        assertThat(Nearest.to("appr", KNOWN)).hasValue("approvals");
    }

    @Test
    void something_else_is_not_guessed() {
        assertThat(Nearest.to("elephant", KNOWN)).isEmpty();
    }
}
