package io.slipway.packager;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LinguisticOrderTest {

    @Test
    void numbers_are_text() {
        assertThat(sorted("9", "80", "62", "300", "20", "1")).containsExactly("1", "20", "300", "62", "80", "9");
    }

    @Test
    void symbols_come_before_digits_and_digits_before_letters() {
        assertThat(sorted("jquery1.4", "jquery_1.7", "jqueryx")).containsExactly("jquery_1.7", "jquery1.4", "jqueryx");
    }

    @Test
    void a_hyphen_and_an_apostrophe_do_not_count() {
        assertThat(sorted("jquery-ui", "jquery214")).containsExactly("jquery214", "jquery-ui");
        assertThat(LinguisticOrder.INSTANCE.compare("a-b'c", "abc")).isZero();
    }

    @Test
    void letters_ignore_case() {
        assertThat(sorted("b", "B", "a", "A")).containsExactly("a", "A", "b", "B");
    }

    @Test
    void symbols_have_an_order_of_their_own() {
        List<String> symbols = List.of("!\"#$%&()*,./:;?@[\\]^_{|}~+<=>".split(""));
        assertThat(sorted(symbols.reversed().toArray(String[]::new))).isEqualTo(symbols);
    }

    @Test
    void a_missing_key_is_first() {
        assertThat(sorted("a", "")).containsExactly("", "a");
    }

    @Test
    void a_letter_with_a_mark_stands_beside_its_letter() {
        assertThat(sorted("f", "é", "e", "d")).containsExactly("d", "e", "é", "f");
    }

    private static List<String> sorted(String... texts) {
        return List.of(texts).stream().sorted(LinguisticOrder.INSTANCE).toList();
    }
}
