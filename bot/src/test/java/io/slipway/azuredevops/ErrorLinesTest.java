package io.slipway.azuredevops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorLinesTest {

    @Test
    void the_line_that_is_marked_counts_more_than_one_that_speaks_of_errors() {
        String log = """
                2026-11-23T10:00:00.1234567Z ##[section]Starting: Import
                2026-11-23T10:00:01.1234567Z Error handling is on
                2026-11-23T10:00:02.1234567Z ##[error]Solution Expenses: missing dependency contoso_core
                2026-11-23T10:00:03.1234567Z ##[error]Process exited with 1
                """;

        assertThat(ErrorLines.first(log).map(ErrorLines::tidy))
                .contains("Solution Expenses: missing dependency contoso_core");
    }

    @Test
    void an_unmarked_error_is_better_than_none() {
        assertThat(ErrorLines.first("all well\nfatal error: no disk\nbye")).contains("fatal error: no disk");
        assertThat(ErrorLines.first("all well\nbye")).isEmpty();
    }

    @Test
    void only_the_first_line_is_shown_and_no_secret() {
        assertThat(ErrorLines.tidy("\n##[error]Login failed, password=hunter22\nat line 3"))
                .isEqualTo("Login failed, password=***");
    }
}
