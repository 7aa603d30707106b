package io.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer abcDEF123.HIDDEN-x",
                "token eyJhbGciOiJub25lIn0.eyJzdWIiOiJISURERU4ifQ.HIDDEN",
                "https://x.blob.core.windows.net/a?sv=1&sig=HIDDEN%2Fabc&se=2",
                "Server=x;Password=HIDDEN;User=y",
                "{\"client_secret\": \"HIDDEN\"}",
                "git clone https://user:HIDDEN@dev.azure.com/contoso"
            })
    void secrets_do_not_show(String line) {
        assertThat(Redaction.of(line)).doesNotContain("HIDDEN").contains("***");
    }

    @Test
    void ordinary_lines_stay_as_they_are() {
        String line = "##[error]Component 'contoso_expense' of type Entity is missing (0x80048540), see run 4711";

        assertThat(Redaction.of(line)).isEqualTo(line);
    }
}
