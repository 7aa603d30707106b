package io.slipway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void a_line_has_a_command_and_arguments() {
        Words words = Words.of("Deploy Expenses 1.4.0.13 to test");

        assertThat(words.command()).hasValue("deploy");
        assertThat(words.arguments()).containsExactly("Expenses", "1.4.0.13", "to", "test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<at>Slipway</at>deploy Expenses to test.",
                "<at id=\"0\">Slipway</at> DEPLOY Expenses to test!",
                "<p>deploy&nbsp;Expenses to test?</p>",
                "  deploy \"Expenses\" to test, ",
                "deploy “Expenses” to „test“"
            })
    void mentions_markup_quotes_and_punctuation_are_not_part_of_the_words(String text) {
        assertThat(Words.of(text).command()).hasValue("deploy");
        assertThat(Words.of(text).arguments()).containsExactly("Expenses", "to", "test");
    }

    @Test
    void quotes_hold_words_together() {
        assertThat(Words.of("deploy \"Travel Expenses\" to 'pre prod'").arguments())
                .containsExactly("Travel Expenses", "to", "pre prod");
    }

    @Test
    void an_apostrophe_is_not_a_quote() {
        assertThat(Words.of("reject 4711 it's Omar's turn").from(1)).isEqualTo("it's Omar's turn");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "connect <a href=\"https://dev.azure.com/contoso/Expenses\">Expenses</a>",
                "connect <https://dev.azure.com/contoso/Expenses>",
                "connect [Expenses](https://dev.azure.com/contoso/Expenses)",
                "connect https://dev.azure.com/contoso/Expenses."
            })
    void a_pasted_link_is_its_address(String text) {
        assertThat(Words.of(text).arguments()).containsExactly("https://dev.azure.com/contoso/Expenses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy Expenses to test --dry-run", "deploy —dry-run Expenses to test"})
    void a_flag_stands_aside_wherever_it_is_written(String text) {
        assertThat(Words.of(text).flag("dry-run")).isTrue();
        assertThat(Words.of(text).arguments()).containsExactly("Expenses", "to", "test");
    }

    @Test
    void a_version_keeps_its_dots_but_not_the_full_stop_after_it() {
        assertThat(Words.of("deploy Expenses 1.4.0.13.").arguments()).containsExactly("Expenses", "1.4.0.13");
    }

    @Test
    void one_word_can_be_corrected_and_the_rest_stays() {
        assertThat(Words.of("deploy Expences \"1.4\" to 'pre prod' --dry-run").corrected("expences", "Expenses"))
                .isEqualTo("deploy Expenses 1.4 to \"pre prod\" --dry-run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "<at>Slipway</at>", "&nbsp;", "?!", "\"\""})
    void nothing_said_has_no_command(String text) {
        assertThat(Words.of(text).command()).isEmpty();
        assertThat(Words.of(text).arguments()).isEmpty();
    }
}
