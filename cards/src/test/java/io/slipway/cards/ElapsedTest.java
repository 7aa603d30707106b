package io.slipway.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTest {
    @ParameterizedTest
    @CsvSource({
        "PT-1S, 0 s",
        "PT0.9S, 0 s",
        "PT59S, 59 s",
        "PT1M, 1 min",
        "PT3M12S, 3 min 12 s",
        "PT1H0M59S, 1 h",
        "PT25H, 1 d 1 h"
    })
    void a_length_is_written_in_its_two_largest_units(Duration length, String text) {
        assertThat(Elapsed.text(length).replace('\u00A0', ' ')).isEqualTo(text);
    }
}
