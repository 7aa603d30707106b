package io.slipway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.alm.Installed;
import io.slipway.alm.Target;
import io.slipway.deploy.DeployRules.Finding;
import io.slipway.deploy.DeployRules.Place;
import io.slipway.pretend.People;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeployRulesTest {

    private static final List<Target> ALL = List.of(People.TEST, People.PROD);

    private static Place place(Target target, String version) {
        return new Place(target, Optional.of(new Installed("Expenses", People.version(version), true, People.NOW)), "");
    }

    private static Finding judge(String version, Place... way) {
        return DeployRules.judge(People.EXPENSES, People.version(version), List.of(way));
    }

    @Test
    void a_newer_version_goes() {
        assertThat(judge("1.4.0.13", place(People.TEST, "1.4.0.12"))).isEqualTo(new Finding.Go());
    }

    @Test
    void the_first_version_goes() {
        assertThat(judge("1.4.0.13", new Place(People.TEST, Optional.empty(), "")))
                .isEqualTo(new Finding.Go());
    }

    @Test
    void an_older_version_is_stopped_with_the_reason() {
        assertThat(judge("1.4.0.11", place(People.TEST, "1.4.0.12")))
                .isInstanceOfSatisfying(
                        Finding.Stop.class,
                        stop -> assertThat(stop.why())
                                .contains("Test has 1.4.0.12 already", "does not import an older version"));
    }

    @Test
    void a_newer_version_on_the_way_stops_it_too() {
        assertThat(judge("1.4.0.12", place(People.TEST, "1.4.0.13"), place(People.PROD, "1.4.0.11")))
                .isInstanceOfSatisfying(
                        Finding.Stop.class,
                        stop -> assertThat(stop.why()).contains("on its way it passes Test, which has 1.4.0.13"));
    }

    @Test
    void the_same_version_must_be_wanted() {
        assertThat(judge("1.4.0.12", place(People.TEST, "1.4.0.12"))).isInstanceOf(Finding.Same.class);
        assertThat(judge("1.4.0.12", place(People.TEST, "1.4.0.12"), place(People.PROD, "1.4.0.11")))
                .isEqualTo(new Finding.Go());
    }

    @Test
    void only_what_comes_after_the_wanted_target_is_left_out() {
        assertThat(DeployRules.skipped(People.EXPENSES, People.TEST, ALL)).containsExactly("prod");
        assertThat(DeployRules.skipped(People.EXPENSES, People.PROD, ALL)).isEmpty();
    }
}
