package io.slipway.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.alm.RunRef;
import io.slipway.pretend.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunNameTest {

    private static final RunRef RUN = new RunRef(People.PROJECT, 4711);

    @Test
    void a_name_leads_back_to_its_run() {
        assertThat(RunName.of(RUN)).isEqualTo("dev.azure.com/contoso/Expenses/4711");
        assertThat(RunName.parse(RunName.of(RUN), People.CATALOG)).hasValue(RUN);
        assertThat(RunName.parse(RunName.thing(RUN), People.CATALOG)).hasValue(RUN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "run:",
                "dev.azure.com/contoso/Payroll/4711",
                "evil.example/contoso/Expenses/4711",
                "4711",
                "0",
                "-1",
                "99999999999",
                "4711; drop",
                "dev.azure.com/contoso/Expenses/"
            })
    void a_forged_name_leads_nowhere(String forged) {
        assertThat(RunName.parse(forged, People.CATALOG)).isEmpty();
    }
}
